internal import Events
internal import Projections

/// The facts that count for their whole day, whatever their position, because a day's paperwork is
/// entered in any order: a jury's members, session and summonses, admissibility decisions, jury
/// policies, supersessions, enrolments, awards and flows deposited (R03, R05, R12, R13, R15, R23, R24).
///
/// Folded like everything else, through the end of the entry's day. What must not be there yet (a
/// summons withdrawn, an absence, a recusal, a cancellation) comes before the entry by day, then
/// position: the readings of a ``Projections/JuryRegister`` that need it take the entry's moment.
struct SameDayFacts: Sendable {
  /// The types that count for their whole day, besides those of a jury (``Events/Fact/jury``).
  private static let types: Set<EventType> = [
    .candidateEnrolled, .admissibilityDecided, .dossierSubmitted, .pathwayChanged,
    .juryPolicyChanged, .certificationSuperseded, .certificationAwarded, .certificationRevoked,
    .awardDeclared,
  ]

  private let timeless: TimelessFacts
  /// The fold of the events of ``types`` alone.
  private var ledger: LedgerState
  private(set) var juries: [JuryID: JuryRegister] = [:]
  /// The days on which each jury sat.
  private var sittings: [JuryID: Set<CalendarDate>] = [:]

  init(_ timeless: TimelessFacts) {
    self.timeless = timeless
    ledger = LedgerState(timeless)
  }

  /// Adds an event that is not annulled; in fold order.
  mutating func apply(_ envelope: Envelope) {
    let fact = envelope.event.fact
    if case .juryHeld(let data) = fact {
      sittings[data.jury, default: []].insert(envelope.event.occurredOn)
    }
    if Self.types.contains(fact.type) {
      ledger.apply(envelope)
    } else if let jury = fact.jury {
      juries[jury, default: JuryRegister(of: jury, timeless)].apply(envelope)
    }
  }

  /// The first enrolment of a candidacy; nil where there is none.
  func enrolment(of candidacy: CandidacyID) -> Enrolment? {
    ledger.enrolment(of: candidacy)?.value
  }

  /// The pathway that a candidacy follows at the end of the day; nil before its enrolment.
  func pathway(of candidacy: CandidacyID) -> Pathway? { ledger.pathway(of: candidacy) }

  /// The day of that enrolment.
  func enrolmentDay(of candidacy: CandidacyID) -> CalendarDate? {
    ledger.enrolment(of: candidacy)?.moment.day
  }

  /// The decisions on a candidacy's admissibility (*recevabilité*) by a day, recorded or tacit, in
  /// order.
  func admissibilities(of candidacy: CandidacyID, on day: CalendarDate) -> [Admissibility] {
    ledger.admissibilities(of: candidacy, on: day)
  }

  /// Whether a jury sat on a day from one to another, both included.
  func hasSat(_ jury: JuryID, from first: CalendarDate, through last: CalendarDate) -> Bool {
    sittings[jury, default: []].contains { first <= $0 && $0 <= last }
  }

  /// The changes of a candidacy's pathway, in fold order.
  func pathwayChanges(
    of candidacy: CandidacyID
  ) -> [CandidacyRecord.Dated<PathwayChanged>] {
    ledger.pathwayChanges(of: candidacy)
  }

  /// A candidacy's awards, revocations and flows deposited, in a record that has no other facts but an
  /// enrolment and admissibility.
  func awards(of candidacy: CandidacyID) -> CandidacyRecord? { ledger.record(of: candidacy) }

  var juryPolicies: JuryPolicies { ledger.juryPolicies }

  var supersessions: Supersessions { ledger.supersessions }
}
