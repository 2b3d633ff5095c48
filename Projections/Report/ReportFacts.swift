public import Events

/// The facts that a report counts and that ``LedgerState`` does not keep: the juries and their sessions,
/// the absences, the entries with rules waived.
///
/// Apply every known event that occurred by the day asked, in fold order; those annulled are ignored.
public struct ReportFacts: Sendable {
  /// A jury, and the days planned for its session, after rescheduling.
  struct Jury: Sendable {
    let certification: CertificationCode
    var session: SessionDays
  }

  /// An absence from a jury's session.
  struct Absence: Sendable {
    let jury: JuryID
    let candidacy: CandidacyID
    let day: CalendarDate
  }

  /// The period that waivers are kept of.
  public let period: ReportPeriod
  private let timeless: TimelessFacts
  /// By the first convening of each.
  private(set) var juries: [JuryID: Jury] = [:]
  /// Of any day, in fold order.
  private(set) var absences: [Absence] = []
  /// Of the period, in fold order.
  private(set) var waivers: [WaivedEntry] = []

  public init(of period: ReportPeriod, _ timeless: TimelessFacts) {
    self.period = period
    self.timeless = timeless
  }

  /// Applies one event.
  public mutating func apply(_ envelope: Envelope) {
    let event = envelope.event
    if !timeless.annulled.isEmpty, timeless.annulled.contains(event.id) { return }
    if case .juryConvened(let data) = event.fact, juries[data.jury] == nil {
      juries[data.jury] = Jury(certification: data.certification, session: SessionDays(data))
    } else if case .juryRescheduled(let data) = event.fact {
      juries[data.jury]?.session = SessionDays(data)
    } else if case .candidateAbsent(let data) = event.fact {
      absences.append(
        Absence(jury: data.jury, candidacy: data.candidacy, day: event.occurredOn))
    }
    if let rules = event.waives, period.contains(event.occurredOn) {
      waivers.append(
        WaivedEntry(
          position: envelope.position, day: event.occurredOn, rules: rules.elements,
          recordedBy: event.recordedBy, candidacy: event.fact.candidacy, jury: event.fact.jury))
    }
  }

  /// The certification of a jury; nil before it is convened.
  package func certification(of jury: JuryID) -> CertificationCode? {
    juries[jury]?.certification
  }
}
