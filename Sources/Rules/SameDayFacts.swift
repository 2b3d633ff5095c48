internal import Events
internal import Projections

/// The facts that count for their whole day, whatever their position, because a day's paperwork is
/// entered in any order: a jury's members, session and summonses, admissibility decisions, jury
/// policies, supersessions, enrolments, awards and flows deposited (R03, R05, R12, R13, R15, R23).
///
/// Folded like everything else, through the end of the entry's day.
struct SameDayFacts: Sendable {
  /// The types that count for their whole day, besides those of a jury (``Events/Fact/jury``).
  private static let types: Set<EventType> = [
    .candidateEnrolled, .admissibilityDecided, .juryPolicyChanged, .certificationSuperseded,
    .certificationAwarded, .certificationRevoked, .awardDeclared,
  ]

  private let timeless: TimelessFacts
  /// The fold of the events of ``types`` alone.
  private var ledger: LedgerState
  private(set) var juries: [JuryID: JuryRegister] = [:]

  init(_ timeless: TimelessFacts) {
    self.timeless = timeless
    ledger = LedgerState(timeless)
  }

  /// Adds an event that is not annulled; in fold order.
  mutating func apply(_ envelope: Envelope) {
    let fact = envelope.event.fact
    if Self.types.contains(fact.type) {
      ledger.apply(envelope)
    } else if let jury = fact.jury {
      juries[jury, default: JuryRegister(of: jury, timeless)].apply(envelope)
    }
  }

  /// The first enrolment of a candidacy; nil where there is none.
  func enrolment(of candidacy: CandidacyID) -> CandidateEnrolled? {
    ledger.records[candidacy]?.enrolment?.value
  }

  /// The latest decision on a candidacy's admissibility (*recevabilité*).
  func admissibility(of candidacy: CandidacyID) -> AdmissibilityDecided? {
    ledger.records[candidacy]?.admissibility?.value
  }

  /// A candidacy's awards, revocations and flows deposited, in a record that has no other facts but an
  /// enrolment and admissibility.
  func awards(of candidacy: CandidacyID) -> CandidacyRecord? { ledger.records[candidacy] }

  var juryPolicies: JuryPolicies { ledger.juryPolicies }

  var supersessions: Supersessions { ledger.supersessions }
}
