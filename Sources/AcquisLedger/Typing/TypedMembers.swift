internal import Events

/// The members of a jury in one word: `M1:president,M2:rh:"Claire Martin",M3:operations::Habitat 75`.
///
/// The id, the role, the name and the organisation of each, the last two optional. What stands between
/// quotation marks may have commas and colons.
struct TypedMembers {
  /// An object for each member.
  private(set) var members: [JSONValue] = []
  private(set) var problems: [TypedProblem] = []

  /// - Parameter field: the field's name as typed; an index follows it where a member is wrong.
  init(_ text: String, field: String, isList: Bool) {
    guard let split = TypedParts.split(text) else {
      problems.append(
        TypedProblem(
          field: field,
          Text(
            "un guillemet entoure un nom entier, et se ferme : M1:président:\"Nom Prénom\"",
            "quotation marks are around a whole name, and closed: M1:president:\"Name\"")))
      return
    }
    for (index, words) in split.enumerated() {
      let place = isList ? "\(field).\(index)" : field
      do throws(TypedProblem) {
        let member = try Self.member(words, place)
        if members.contains(where: { $0["member"] == member["member"] }) {
          throw TypedProblem(
            field: place, Text("ce membre est donné deux fois", "this member is given twice"))
        }
        members.append(member)
      } catch {
        problems.append(error)
      }
    }
  }

  private static func member(
    _ words: [String], _ place: String
  ) throws(TypedProblem) -> JSONValue {
    guard 2...4 ~= words.count, let id = words.first, !id.isEmpty else {
      throw TypedProblem(
        field: place,
        Text(
          "un membre s’écrit M1:président, ou M1:président:\"Nom Prénom\":organisme",
          "a member is written M1:president, or M1:president:\"Name\":organisation"))
    }
    if (try? MemberID(id)) == nil {
      throw TypedProblem(
        field: "\(place).member", InvalidValue.identifier(kind: MemberKind.name).text)
    }
    let role = try (WordList.byKind[JuryRole.kind] ?? WordList(JuryRole.allCases)).value(
      of: words[1], field: "\(place).role")
    var member = [JSONMember("member", .string(id)), JSONMember("role", .string(role))]
    for (key, index) in [("name", 2), ("organisation", 3)]
    where index < words.count && !words[index].isEmpty {
      member.append(JSONMember(key, .string(words[index])))
    }
    return .object(member)
  }
}
