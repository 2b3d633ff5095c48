public import Events

/// The state of one candidacy on one day, as known at one position, and the events that determined
/// it.
public struct CandidacyState: Hashable, Sendable {
  public let candidacy: CandidacyID
  /// The person's current id, after merges.
  public let candidate: CandidateID
  public let certification: CertificationCode
  /// The pathway last changed to, else that of the enrolment.
  public let pathway: Pathway
  public let status: CandidacyStatus
  /// Whether the status is ``CandidacyStatus/withdrawn`` by a transfer to another body.
  public let isTransferred: Bool
  /// Whether the status is ``CandidacyStatus/admissible`` by silence, without a decision.
  public let tacit: Bool
  /// The day of the person's death; nil if none is recorded by the day asked.
  public let deceasedOn: CalendarDate?
  /// Whether the enrolment named target blocks and all are held.
  public let targetReached: Bool
  /// Whether there is a summons, not withdrawn, to a jury that is not cancelled, has not decided and
  /// recorded no absence; false for `revoked`, `certified`, `continued` and `withdrawn`.
  public let awaitingJury: Bool
  /// In the framework's order.
  public let blocks: [BlockState]
  public let window: CompletionWindow
  /// The declaration of the award in force; nil without one.
  public let declaration: DeclarationState?
  /// The certificate of the whole certification, kept after a revocation until the certification
  /// is awarded again; nil if none was issued for the latest award.
  public let certificate: CurrentCertificate?
  /// Every certificate, whole or partial, also those replaced, in fold order.
  public let certificates: [CertificateState]
  /// What someone is to look into, by position.
  public let toReview: [ReviewItem]
  /// The blocks held in the candidacies completed that no correspondence brings over to this one.
  public let leftBehind: [LeftBehindBlock]
  /// The positions of the events that determined the status, ascending; the enrolment is one of
  /// them.
  public let because: [Position]
  /// The events of this candidacy recorded with rules waived, in fold order.
  public let waivers: [Waiver]
}

/// An event for which an authorised person waived rules.
public struct Waiver: Hashable, Sendable {
  public let position: Position
  /// The rules waived.
  public let rules: [RuleID]
}

/// A certificate that was not replaced.
public struct CurrentCertificate: Hashable, Sendable {
  public let number: CertificateNumber
  /// The day it was issued or reissued under this number.
  public let issuedOn: CalendarDate
}
