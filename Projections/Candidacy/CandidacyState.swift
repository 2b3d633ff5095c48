public import Events

/// Where one candidacy stands on one day, as known at one position, and the events that made it so.
public struct CandidacyState: Hashable, Sendable {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The person, under the id known now.
  public let candidate: CandidateID
  /// The certification sought.
  public let certification: CertificationCode
  /// How it is sought.
  public let pathway: Pathway
  /// Where the candidacy stands.
  public let status: CandidacyStatus
  /// Whether it aimed at some blocks and holds them all.
  public let targetReached: Bool
  /// Whether a summons waits for its jury, beside whatever status.
  public let awaitingJury: Bool
  /// Its blocks, in the framework's order.
  public let blocks: [BlockState]
  /// The time left to complete it.
  public let window: CompletionWindow
  /// The certificate now standing for the whole certification.
  public let certificate: StandingCertificate?
  /// The positions that made the status so, ascending: the enrolment, then what decided.
  public let because: [Position]
  /// What was recorded of it against a rule by someone with the right to, in fold order.
  public let waivers: [Waiver]
}

/// An entry recorded although it breaks rules, which someone with the right to do so set aside.
public struct Waiver: Hashable, Sendable {
  /// The entry.
  public let position: Position
  /// The rules set aside.
  public let rules: [RuleID]
}

/// A certificate that stands.
public struct StandingCertificate: Hashable, Sendable {
  /// Its number.
  public let number: CertificateNumber
  /// The day it was issued, or reissued.
  public let issuedOn: CalendarDate
}
