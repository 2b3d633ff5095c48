public import Events

/// What an answer about a block rests on: a decision, a recognition or a claim in one candidacy.
public struct PriorSource: Hashable, Sendable {
  /// The candidacy that a recognition would name.
  public let candidacy: CandidacyID
  public let certification: CertificationCode
  /// The block there.
  public let block: BlockCode
  /// How it is or was held there, `refused`, or `missing` for a claim.
  public let status: BlockStatus
  /// The jury of the decision, also through recognitions; nil if none of this ledger decided.
  public let jury: JuryID?
  /// The day of the first validation, of the refusal, or the one that a document states; nil if none is
  /// stated.
  public let decidedOn: CalendarDate?
  /// The decision, the recognition, or the enrolment that makes the claim.
  public let position: Position
  /// The pathway of the candidacy that was decided on, on that day; nil if no jury of the ledger decided.
  public let pathway: Pathway?
  /// The partial certificates in force that name the block.
  public let certificates: [CertificateNumber]
  /// The document that proves it; nil if none is stated.
  public let document: FreeText?
  /// Who granted an equivalence; nil if none is stated.
  public let authority: FreeText?
}

/// What became of a decision that does not count any more.
public struct PriorEnd: Hashable, Sendable {
  /// The first day on which it no longer counts.
  public let on: CalendarDate
  /// The revocation or the decision on appeal; of a validity that is over, the decision.
  public let position: Position
}

extension LedgerState {
  /// A block held in a candidacy, as a source.
  func source(
    _ held: HeldBlock, _ block: BlockCode, in candidacy: CandidacyID,
    _ certification: CertificationCode
  ) -> PriorSource {
    let origin = held.origin
    // Where the jury decided: through one recognition, in its source.
    let decided = held.recognition?.source.candidacy ?? held.holder
    return PriorSource(
      candidacy: candidacy, certification: certification, block: block, status: held.status,
      jury: origin.jury, decidedOn: origin.validatedOn, position: held.moment.position,
      pathway: origin.jury.flatMap { _ in records[decided]?.pathway(on: origin.day) },
      certificates: certificates(of: held.block, in: held.holder), document: origin.document,
      authority: origin.authority)
  }

  /// A jury's decision that gives no block, or gives it no more, as a source.
  func source(
    _ decision: BlockDecision, in candidacy: CandidacyID, _ certification: CertificationCode
  ) -> PriorSource {
    PriorSource(
      candidacy: candidacy, certification: certification, block: decision.block,
      status: decision.verdict == .refused ? .refused : .validated, jury: decision.jury,
      decidedOn: decision.moment.day, position: decision.position,
      pathway: records[candidacy]?.pathway(on: decision.moment.day),
      certificates: certificates(of: decision.block, in: candidacy), document: nil, authority: nil)
  }

  private func certificates(
    of block: BlockCode, in candidacy: CandidacyID
  ) -> [CertificateNumber] {
    (records[candidacy]?.certificates ?? OneOrMore())
      .filter { $0.replacedBy == nil && $0.blocks?.contains(block) == true }.map(\.number)
  }

  /// Whether an appeal against the decision that gives a block is pending; also where it came through a
  /// recognition.
  func isContested(_ held: HeldBlock) -> Bool {
    guard let recognition = held.recognition else {
      return records[held.holder]?.decisions.all.contains {
        $0.position == held.moment.position && $0.fate == .appealed
      } ?? false
    }
    guard let source = recognition.source.candidacy else { return false }
    let block = recognition.source.block ?? recognition.block
    return records[source]?.decisions.all.contains {
      $0.block == block && $0.jury == held.origin.jury && $0.fate == .appealed
    } ?? false
  }
}
