internal import Events
internal import Projections

/// The facts that count for their whole day, whatever their position, because a day's paperwork is
/// entered in any order: a jury's members, session and summonses, a decision on admissibility, the
/// policies on juries, and that a file is open (R03, R05, R12, R13, R15).
///
/// They are folded as everything is, but through the end of the entry's day.
struct SameDayFacts: Sendable {
  /// The types that count so beside those of a jury (``Events/Fact/jury``).
  private static let types: Set<EventType> = [
    .candidateEnrolled, .admissibilityDecided, .juryPolicyChanged, .certificationSuperseded,
  ]

  private let timeless: TimelessFacts
  /// Fed with the events of ``types`` alone.
  private var ledger: LedgerState
  private(set) var juries: [JuryID: JuryRegister] = [:]

  init(_ timeless: TimelessFacts) {
    self.timeless = timeless
    ledger = LedgerState(timeless)
  }

  /// Takes an event that is not annulled in, in fold order.
  mutating func apply(_ envelope: Envelope) {
    let fact = envelope.event.fact
    if Self.types.contains(fact.type) {
      ledger.apply(envelope)
    } else if let jury = fact.jury {
      juries[jury, default: JuryRegister(of: jury, timeless)].apply(envelope)
    }
  }

  /// The first enrolment of a candidacy; nil where its file is not open.
  func enrolment(of candidacy: CandidacyID) -> CandidateEnrolled? {
    ledger.records[candidacy]?.enrolment?.value
  }

  /// The latest decision on a candidacy's admissibility (*recevabilité*).
  func admissibility(of candidacy: CandidacyID) -> AdmissibilityDecided? {
    ledger.records[candidacy]?.admissibility?.value
  }

  var juryPolicies: JuryPolicies { ledger.juryPolicies }

  var supersessions: Supersessions { ledger.supersessions }
}
