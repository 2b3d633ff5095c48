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
    for (index, words) in Self.split(text).enumerated() {
      let place = isList ? "\(field).\(index)" : field
      do throws(TypedProblem) {
        members.append(try Self.member(words, place))
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

  /// The parts of each member.
  private static func split(_ text: String) -> [[String]] {
    var members: [[String]] = [[""]]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"", "«", "»", "“", "”":
        isQuoted = character == "\"" ? !isQuoted : character == "«" || character == "“"
      case "," where !isQuoted: members.append([""])
      case ":" where !isQuoted: members[members.count - 1].append("")
      default:
        let (member, part) = (members.count - 1, members[members.count - 1].count - 1)
        members[member][part].append(character)
      }
    }
    return members.map { $0.map(\.trimmed) }
  }
}
