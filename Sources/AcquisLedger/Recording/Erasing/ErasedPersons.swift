internal import EventLog
internal import Events
internal import Vault

/// The persons whose erasure the log records, under every id that they had then.
///
/// Cost: one index read where nobody was erased; else a few for each erasure.
struct ErasedPersons {
  private var days: [Person: CalendarDate] = [:]

  init(in log: some EventLog) throws {
    var erasures: [Envelope] = []
    try log.read(EventQuery(types: Self.types)) { erasures.append(try $0.envelope()) }
    for erasure in erasures {
      for person in try erasure.personsErased(in: log) { days[person] = erasure.event.occurredOn }
    }
  }

  /// Whether nobody was erased.
  var isEmpty: Bool { days.isEmpty }

  /// The day on which a person was erased; nil if they were not.
  func day(of person: Person) -> CalendarDate? { days[person] }

  /// The types that record an erasure.
  static var types: [EventType] { [.candidateIdentityErased, .juryMemberIdentityErased] }
}

extension Envelope {
  /// The persons whose keys the erasure that this event records destroyed; none for another event.
  func personsErased(in log: some EventLog) throws -> [Person] {
    if case .juryMemberIdentityErased(let data) = event.fact { return [.member(data.member)] }
    guard case .candidateIdentityErased(let data) = event.fact else { return [] }
    let then = try PersonHistory(of: data.candidate, known: position, in: log)
    return (then?.ids ?? [data.candidate]).map { .candidate($0) }
  }
}
