public import EventLog
public import Events
public import Projections

extension EventLog {
  /// A jury's register on a day, read by subject: its own events, and the framework and policies of its
  /// certification.
  ///
  /// - Returns: nil before it is convened, or where nothing known names it.
  public func register(
    of jury: JuryID, on day: CalendarDate, known: Position
  ) throws -> JuryState? {
    var events: [Position: Envelope] = [:]
    try read(EventQuery(subjects: [.jury(jury)], through: known)) { stored in
      let envelope = try stored.envelope()
      events[envelope.position] = envelope
    }
    let certifications = Set(
      events.values.compactMap { envelope -> CertificationCode? in
        if case .juryConvened(let data) = envelope.event.fact { data.certification } else { nil }
      })
    if !certifications.isEmpty {
      let types: [EventType] = [.certificationRegistered, .juryPolicyChanged, .eventAnnulled]
      let query = EventQuery(
        subjects: certifications.map { .certification($0) }, types: types, through: known)
      try read(query) { stored in
        let envelope = try stored.envelope()
        events[envelope.position] = envelope
      }
    }
    let ordered = events.values.inFoldOrder
    var register = JuryRegister(of: jury, TimelessFacts(ordered))
    for envelope in ordered.prefix(while: { $0.event.occurredOn <= day }) {
      register.apply(envelope)
    }
    return register.register(on: day)
  }
}
