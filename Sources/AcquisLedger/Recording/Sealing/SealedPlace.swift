internal import Events

/// A place in an event's data, as people write it, whose content the log holds sealed.
struct SealedPlace {
  /// Under whose key it is sealed.
  enum Owner {
    /// The person the event concerns.
    case personConcerned
    /// A member of a jury.
    case member(MemberID)
  }

  /// The keys and indices that lead to it in the data: `members`, `2`, `name`.
  let path: [String]
  let content: SealedContent
  let owner: Owner
}

/// What is sealed in a place.
enum SealedContent {
  case text
  case identity
  case memberName
}

extension EventType {
  /// The places that are to be sealed in data of this type.
  ///
  /// The data may be anything: what is not there, or is the name of no member, has no place.
  func sealedPlaces(in data: JSONValue) -> [SealedPlace] {
    switch confidentialField {
    case .identity: place(["identity"], .identity, .personConcerned, in: data)
    case .text(let field): place([field], .text, .personConcerned, in: data)
    case .annulmentGrounds: place(["grounds"], .text, .personConcerned, in: data)
    case .memberNames:
      if case .list(let members)? = data["members"] {
        members.indices.flatMap { name(of: ["members", String($0)], in: data) }
      } else {
        []
      }
    case .incomingMemberName: name(of: ["by"], in: data)
    case nil: []
    }
  }

  private func name(of member: [String], in data: JSONValue) -> [SealedPlace] {
    let id = data.value(at: member[...])?["member"]?.text.flatMap { try? MemberID($0) }
    return id.map { place(member + ["name"], .memberName, .member($0), in: data) } ?? []
  }

  private func place(
    _ path: [String], _ content: SealedContent, _ owner: SealedPlace.Owner, in data: JSONValue
  ) -> [SealedPlace] {
    guard data.value(at: path[...]) != nil else { return [] }
    return [SealedPlace(path: path, content: content, owner: owner)]
  }
}
