internal import Events
internal import Vault

/// A place in an event's JSON where a text about a person is given in clear, to be sealed.
struct ConfidentialPlace {
  /// What the text is.
  enum Content {
    case identity
    case freeText
  }

  /// Whom it is about.
  enum Owner {
    /// The person the event concerns, by its candidate, its candidacy or an annulment's subjects.
    case concerned
    /// A jury's member; nil where what is given is no member's id.
    case member(MemberID?)
  }

  /// Where it is, from the event's own object down.
  let path: [String]
  let content: Content
  let owner: Owner
}

extension JSONValue {
  /// The places of this event, of a given type, that hold texts about persons.
  func confidentialPlaces(of type: EventType) -> [ConfidentialPlace] {
    var places: [ConfidentialPlace] = []
    func add(
      _ path: [String], _ owner: ConfidentialPlace.Owner = .concerned,
      _ content: ConfidentialPlace.Content = .freeText
    ) {
      guard value(at: path[...]) != nil else { return }
      places.append(ConfidentialPlace(path: path, content: content, owner: owner))
    }
    let data = self["data"]
    switch type.confidentialField {
    case .identity: add(["data", "identity"], .concerned, .identity)
    case .text(let field): add(["data", field])
    case .annulmentGrounds: add(["data", "grounds"])
    case .memberNames:
      guard case .list(let members) = data?["members"] else { break }
      for (index, member) in members.enumerated() {
        add(["data", "members", String(index), "name"], .member(member.member))
      }
    case .incomingMemberName: add(["data", "by", "name"], .member(data?["by"]?.member))
    case nil: break
    }
    add(["reason"])
    return places
  }

  /// The id in the field `member`.
  private var member: MemberID? { self["member"]?.text.flatMap { try? MemberID($0) } }
}

/// A text about a person on its way to being sealed.
struct ConfidentialText {
  /// Where it is given.
  let path: [String]
  /// Whose key seals it.
  let person: Person
  /// What is sealed: a text's UTF-8, an identity's canonical bytes.
  let plaintext: [UInt8]

  /// The field's name as the seal binds it: the path within the data.
  var field: String { (path.first == "data" ? path.dropFirst() : path[...]).joined(separator: ".") }

  /// Reads what is at a place.
  ///
  /// - Parameter person: whom a text that concerns no member is about; nil where it is about none.
  /// - Returns: nil where it is about no one: it stays in clear.
  /// - Throws: ``ReadingFailure`` with the place's path, and what `person` throws.
  init?(_ place: ConfidentialPlace, in event: JSONValue, person: () throws -> Person?) throws {
    guard let given = event.value(at: place.path[...]) else { return nil }
    func owner() throws -> Person? {
      switch place.owner {
      case .concerned: try person()
      case .member(let id): id.map(Person.member)
      }
    }
    do {
      switch place.content {
      case .identity:
        guard let owner = try owner() else { return nil }
        let identity: Identity = try given.read()
        self.person = owner
        plaintext = identity.canonicalBytes
      case .freeText:
        let text: FreeText = try given.read()
        guard let owner = try owner() else { return nil }
        self.person = owner
        plaintext = Array(text.text.utf8)
      }
    } catch let failure as ReadingFailure {
      throw ReadingFailure(failure.problem, path: place.path + failure.path)
    }
    path = place.path
  }
}
