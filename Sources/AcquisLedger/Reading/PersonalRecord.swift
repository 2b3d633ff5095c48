internal import EventLog
public import Events
internal import Projections
public import Vault

/// Everything the log holds about a person, its texts opened: the answer to a request for access (GDPR,
/// article 15).
///
/// It is every entry that names one of the person's ids or candidacies, annulled or not, in the order in
/// which they were recorded; and the notes about the person are opened with the vault.
///
/// Cost: an index read, and the opening of each text.
public struct PersonalRecord {
  /// An entry about the person.
  public struct Entry {
    public let position: Position
    /// When it was recorded.
    public let recordedAt: Instant
    /// Who recorded it.
    public let recordedBy: RecorderID
    /// The day on which the fact took effect.
    public let occurredOn: CalendarDate
    public let type: EventType
    /// The data in clear, without the texts that are ``lost``.
    public let data: JSONValue
    /// The paths in the data of texts that no key opens any more.
    public let lost: [String]
    public let reason: PersonalText<String>
    /// Whether the entry was annulled: it is kept, and counts no more.
    public let isAnnulled: Bool
  }

  public let person: PersonHistory
  /// By position.
  public let entries: [Entry]

  /// Reads and opens what is known of a person.
  ///
  /// - Returns: nil if no known event names this id.
  /// - Throws: ``LogFailure``; ``VaultFailure`` if a text that should open does not.
  public init?(of candidate: CandidateID, _ question: Question, opening vault: Vault) throws {
    guard let person = try question.person(candidate) else { return nil }
    let subjects =
      person.ids.map { Subject.candidate($0) } + person.candidacies.map { Subject.candidacy($0) }
    let events = try question.log.events(
      EventQuery(subjects: subjects, through: question.known))
    let annulled = TimelessFacts(events).annulled
    let texts = PersonalTexts(of: question, opening: vault)
    self.person = person
    entries = try events.compactMap { envelope throws -> Entry? in
      let event = envelope.event
      let entry = try UnsealedEntry(event.id, in: question.log) { () throws(VaultFailure) in vault }
      return try entry.map { entry throws in
        Entry(
          position: envelope.position, recordedAt: envelope.recordedAt,
          recordedBy: event.recordedBy, occurredOn: event.occurredOn, type: event.fact.type,
          data: entry.data, lost: entry.lost,
          reason: event.reason == nil ? .none : try texts.text(at: envelope.position, "reason"),
          isAnnulled: annulled.contains(event.id))
      }
    }
  }

  /// `{"candidate","ids","entries":[{"position","recordedAt","recordedBy","occurredOn","type","data","reason"?,
  /// "lost"?,"annulled"}]}`
  public var json: JSONValue {
    [
      "candidate": .string(person.candidate.text),
      "ids": .list(person.ids.map { .string($0.text) }),
      "candidacies": .list(person.candidacies.map { .string($0.text) }),
      "entries": .list(entries.map(\.json)),
    ]
  }
}

extension PersonalRecord.Entry {
  var json: JSONValue {
    var members: [JSONMember] = [
      JSONMember("position", .integer(Int(position.number))),
      JSONMember("recordedAt", .string(recordedAt.description)),
      JSONMember("recordedBy", .string(recordedBy.text)),
      JSONMember("occurredOn", .string(occurredOn.description)),
      JSONMember("type", .string(type.rawValue)), JSONMember("data", data),
      JSONMember("annulled", .boolean(isAnnulled)),
    ]
    if let reason = reason.value { members.append(JSONMember("reason", .string(reason))) }
    if !lost.isEmpty { members.append(JSONMember("lost", .list(lost.map { .string($0) }))) }
    return .object(members)
  }
}
