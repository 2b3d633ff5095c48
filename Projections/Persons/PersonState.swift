public import Events

/// A person of the ledger on one day, without a name: ids, marks, and how many candidacies.
public struct PersonState: Hashable, Sendable {
  /// The id that the others were merged into.
  public let candidate: CandidateID
  /// Every id of the person, ascending.
  public let ids: [CandidateID]
  /// The day of the first registration; nil for a person who was enrolled and never registered (R26).
  public let registeredOn: CalendarDate?
  /// Number of candidacies enrolled, in any status.
  public let candidacies: Int
  /// The day of death; nil if none is recorded.
  public let deceasedOn: CalendarDate?
  /// The day of the erasure; nil if there was none.
  public let erasedOn: CalendarDate?
}

extension PersonState {
  /// The person in JSON.
  public var json: JSONValue {
    [
      "candidate": .string(candidate.text),
      "ids": .list(ids.map { .string($0.text) }),
      "registeredOn": .orNull(registeredOn) { .string($0.description) },
      "candidacies": .integer(candidacies),
      "deceasedOn": .orNull(deceasedOn) { .string($0.description) },
      "erasedOn": .orNull(erasedOn) { .string($0.description) },
    ]
  }
}

/// The fold of what the log says of every person up to a day.
///
/// Apply, in fold order, each event of ``types`` that occurred by the day asked and is known, once; others
/// change nothing.
public struct PersonDirectory: Sendable {
  /// The types that it depends on.
  public static let types: [EventType] = [
    .candidateRegistered, .candidateEnrolled, .candidateDeceased, .candidateIdentityErased,
  ]

  private struct Record {
    var ids: Set<CandidateID> = []
    var registeredOn: CalendarDate?
    var candidacies = 0
    var deceasedOn: CalendarDate?
    var erasedOn: CalendarDate?
  }

  private let timeless: TimelessFacts
  private var records: [CandidateID: Record] = [:]
  private var enrolled: Set<CandidacyID> = []

  public init(_ timeless: TimelessFacts) { self.timeless = timeless }

  /// Applies one event.
  public mutating func apply(_ envelope: Envelope) {
    let event = envelope.event
    if timeless.annulled.contains(event.id) { return }
    let day = event.occurredOn
    if case .candidateRegistered(let data) = event.fact {
      with(data.candidate) { $0.registeredOn = $0.registeredOn ?? day }
    } else if case .candidateEnrolled(let data) = event.fact {
      // A second enrolment of a candidacy, against the rules, changes nothing.
      let isFirst = enrolled.insert(data.candidacy).inserted
      if isFirst { with(data.candidate) { $0.candidacies += 1 } }
    } else if case .candidateDeceased(let data) = event.fact {
      with(data.candidate) { $0.deceasedOn = $0.deceasedOn ?? day }
    } else if case .candidateIdentityErased(let data) = event.fact {
      with(data.candidate) { $0.erasedOn = $0.erasedOn ?? day }
    }
  }

  private mutating func with(_ id: CandidateID, _ change: (inout Record) -> Void) {
    let person = timeless.person(id)
    records[person, default: Record()].ids.insert(id)
    change(&records[person, default: Record()])
  }

  /// Every person who was registered or enrolled, by id; merged ids are one person.
  public var persons: [PersonState] {
    records.compactMap { person, record in
      if record.registeredOn == nil, record.candidacies == 0 { return nil }
      return PersonState(
        candidate: person, ids: record.ids.union([person]).sorted(),
        registeredOn: record.registeredOn, candidacies: record.candidacies,
        deceasedOn: record.deceasedOn, erasedOn: record.erasedOn)
    }.sorted { $0.candidate < $1.candidate }
  }
}
