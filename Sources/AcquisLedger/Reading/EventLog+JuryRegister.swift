public import EventLog
public import Events
public import Projections

extension EventLog {
  /// A jury's register on a day, read by subject: its own events, and the framework and policies of its
  /// certification.
  ///
  /// Cost: two index reads.
  ///
  /// - Returns: nil before it is convened, or if no known event names it.
  public func register(
    of jury: JuryID, on day: CalendarDate, known: Position
  ) throws -> JuryState? {
    var boundary = ConsistencyBoundary(of: self, known: known)
    let certifications = Set(
      try boundary.read([.jury(jury)]).compactMap { envelope -> CertificationCode? in
        if case .juryConvened(let data) = envelope.event.fact { data.certification } else { nil }
      })
    try boundary.read(
      certifications.sorted { $0.text < $1.text }.map { .certification($0) },
      JuryRegister.certificationTypes)
    let events = boundary.inFoldOrder
    var register = JuryRegister(of: jury, TimelessFacts(events))
    for envelope in events.prefix(while: { $0.event.occurredOn <= day }) {
      register.apply(envelope)
    }
    return register.register(on: day)
  }
}
