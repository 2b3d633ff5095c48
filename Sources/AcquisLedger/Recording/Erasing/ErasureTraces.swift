internal import EventLog
internal import Events
internal import Vault

/// What the log contains of a person who is to be erased: their sealed texts, and what stays in clear.
struct ErasureTraces {
  /// The erasures recorded under any of the ids, in the order of the log.
  private(set) var erasures: [Envelope] = []
  /// How many texts are sealed under the keys.
  private(set) var texts = 0
  /// How many texts are sealed under each other key: another person's, or one that is not in the vault.
  private(set) var otherKeys: [KeyID: Int] = [:]
  /// In the order of the log.
  private(set) var clearFields: [ClearField] = []
  /// For each id, the last position of a text sealed under its key.
  private var lastText: [Person: Position] = [:]
  private let keys: [KeyID: Person]

  /// Reads a candidate's events under all their ids, and those of their candidacies.
  init(
    of person: PersonHistory, sealedUnder keys: [KeyID: Person], known: Position,
    in log: some EventLog
  ) throws {
    self.keys = keys
    var subjects = Set(person.ids.map { Subject.candidate($0) })
    // Every enrolment, even one corrected since: the candidacy was theirs when a text was sealed.
    let enrolments = EventQuery(
      subjects: Array(subjects), types: [.candidateEnrolled], through: known)
    try log.read(enrolments) { stored in
      if let enrolment = try stored.envelope().event.fact.enrolled {
        subjects.insert(.candidacy(enrolment.candidacy))
      }
    }
    try log.read(EventQuery(subjects: Array(subjects), through: known)) { stored in
      if stored.type == .candidateIdentityErased { erasures.append(try stored.envelope()) }
      for text in try stored.sealedTexts() where text.member == nil {
        count(text, at: stored.position)
      }
      for place in try stored.clearPlaces() where place.member == nil {
        clearFields.append(ClearField(place, at: stored.position))
      }
    }
  }

  /// Reads the events that may name a jury member.
  ///
  /// - Returns: nil if none names this one.
  init?(
    of member: MemberID, sealedUnder keys: [KeyID: Person], known: Position, in log: some EventLog
  ) throws {
    self.keys = keys
    var isNamed = false
    try log.read(EventQuery(types: Fact.typesNamingMembers, through: known)) { stored in
      guard try stored.envelope().event.fact.namedMembers.contains(where: { $0.member == member })
      else { return }
      isNamed = true
      for text in try stored.sealedTexts() where text.member == member {
        count(text, at: stored.position)
      }
      for place in try stored.clearPlaces() where place.member == member {
        clearFields.append(ClearField(place, at: stored.position))
      }
    }
    try log.read(
      EventQuery(
        subjects: [.member(member)], types: [.juryMemberIdentityErased], through: known)
    ) { erasures.append(try $0.envelope()) }
    if !isNamed, erasures.isEmpty { return nil }
  }

  private mutating func count(_ text: SealedText, at position: Position) {
    guard let person = keys[text.key] else {
      otherKeys[text.key, default: 0] += 1
      return
    }
    texts += 1
    lastText[person] = position
  }

  /// Whether a recorded erasure covered these ids and nothing was sealed for them since. Keys found
  /// nevertheless come from a restored older copy of the vault.
  func covers(_ persons: [Person], _ erasure: Envelope, in log: some EventLog) throws -> Bool {
    let erased = try erasure.personsErased(in: log)
    return persons.allSatisfy {
      erased.contains($0) && lastText[$0, default: .zero] < erasure.position
    }
  }
}

extension ClearField {
  fileprivate init(_ place: ClearPlace, at position: Position) {
    self.init(position: position, field: (["data"] + place.path).joined(separator: "."))
  }
}

extension StoredEvent {
  /// The places of this event that name bodies and documents.
  ///
  /// Cost: only an event of a type that has such fields is parsed.
  fileprivate func clearPlaces() throws -> [ClearPlace] {
    if type.clearFields.isEmpty { return [] }
    let value = try unsafe JSONValue(parsing: Array(bytes))
    return type.clearPlaces(in: value["data"] ?? .null)
  }
}
