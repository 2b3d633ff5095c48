public import AcquisLedger
internal import EventLog
public import Events
public import Projections

/// A candidacy with everything that a document about what is held rests on: its state on the day, the
/// holder's identity, the framework, who certifies, and what is in the way.
///
/// ```swift
/// guard let attestable = try Attestable(of: id, question, texts) else { … }   // not enrolled on that day
/// let facts = try attestable.facts(.certification, passingOver: false)
/// ```
public struct Attestable {
  public let answer: CandidacyAnswer
  public let identity: PersonalText<Identity>
  /// The entry that gives ``identity``; nil where none is recorded.
  public let identityPosition: Position?
  public let framework: Framework
  /// The certification's name, register and codes.
  public let title: RegisteredTitle
  /// The latest description of the certifier; nil where none is recorded.
  public let certifier: (description: CertifierDescribed, position: Position)?
  /// The name of the certifier's first signatory.
  public let signatory: PersonalText<String>
  /// The blocks held, in the framework's order.
  public let held: [HeldPart]
  /// Pending appeals, what is to review, and sources that count no more; worst first is not meant.
  public let contested: [Obstacle]
  /// Appeals pending on decisions about blocks that are not held: said, and in the way of nothing.
  public let openElsewhere: [Obstacle]
  /// Whether the revocation of the award named blocks, so that the others still count.
  public let revocationNamesBlocks: Bool
  /// The award in force or revoked; nil without one.
  public let award: Envelope?
  /// The certificates, their entries and what happened to them.
  let papers: CertificateEntries
  /// The entries that the holding of the blocks rests on, and those of the registration.
  let holdingPositions: Set<Position>

  public var state: CandidacyState { answer.state }

  /// Reads what is known of a candidacy on the question's day.
  ///
  /// Cost: a few index reads for the candidacy, and for each candidacy that a block comes from; two
  /// decryptions.
  ///
  /// - Parameter texts: opens the identity and the signatory's name.
  /// - Returns: nil before the enrolment, or if no known event names the candidacy.
  /// - Throws: ``LogFailure``; `VaultFailure` if the vault itself cannot be read.
  public init?(
    of candidacy: CandidacyID, _ question: Question, _ texts: PersonalTexts
  ) throws {
    guard let answer = try question.status(of: candidacy) else { return nil }
    let state = answer.state
    guard let registered = try RegisteredFramework(state.certification, question) else {
      return nil
    }
    self.answer = answer
    framework = registered.framework
    certifier = try question.certifier(of: state.certification)
    title = registered.title(describedBy: certifier?.description)
    identity = try texts.identity(of: state.candidate)
    identityPosition = try texts.identityPosition(of: state.candidate)
    if let certifier, certifier.description.signatories != nil {
      signatory = try texts.text(at: certifier.position, "signatories.0.name")
    } else {
      signatory = .none
    }
    var origins = BlockOrigins(question)
    held = try registered.framework.blocks.compactMap { block -> HeldPart? in
      guard let found = state.blocks.first(where: { $0.code == block.code }),
        found.status.isHeld, let since = found.since
      else { return nil }
      try origins.trace(found, in: state)
      return HeldPart(
        block: NamedBlock(code: block.code, title: block.title), status: found.status,
        since: since, jury: found.jury, source: found.source,
        lastDay: registered.lastDay(ofValidityFrom: found.source?.on ?? since))
    }
    try origins.review(state)
    contested = origins.contested
    openElsewhere = origins.openElsewhere
    award = try state.because.lazy.compactMap { try question.log.event(at: $0) }
      .first { if case .certificationAwarded = $0.event.fact { true } else { false } }
    revocationNamesBlocks = try origins.revocationNamesBlocks(of: state)
    papers = try CertificateEntries(of: candidacy, question)
    holdingPositions = origins.positions.union(registered.positions)
  }

  /// The blocks not held, in the framework's order.
  public var missing: [NamedBlock] {
    let codes = Set(held.map(\.block.code))
    return framework.blocks.filter { !codes.contains($0.code) }
      .map { NamedBlock(code: $0.code, title: $0.title) }
  }
}
