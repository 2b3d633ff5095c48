public import Events

/// Where a recognised block comes from.
public struct BlockSource: Hashable, Sendable {
  /// That of the recognition. Of a block held in the candidacy completed: `permanent` if it is the
  /// same block there, `correspondence` if it came over from an older version.
  public let basis: RecognitionBasis
  /// The source candidacy; of a block held through `completes`, the one whose jury or recognition
  /// gives it. Nil for a document, and for an equivalence that states none.
  public let candidacy: CandidacyID?
  /// The certification of ``candidacy``.
  public let certification: CertificationCode?
  /// The block in ``candidacy``.
  public let block: BlockCode?
  /// The jury of the first validation it comes from; nil if none of this ledger.
  public let jury: JuryID?
  /// The day of that validation, or the document's; nil for an equivalence without a day.
  public let on: CalendarDate?
  /// The document that proves it; nil if none is stated.
  public let document: FreeText?
  /// Who granted an equivalence; nil if none is stated.
  public let authority: FreeText?
}

extension LedgerState {
  /// The source of a block held in a candidacy; nil if a jury validated it there.
  ///
  /// - Parameter certification: the candidacy's.
  func source(
    of held: HeldBlock, in candidacy: CandidacyID, _ certification: CertificationCode
  ) -> BlockSource? {
    guard held.status == .recognised else { return nil }
    let origin = held.origin
    guard held.holder == candidacy, let recognition = held.recognition else {
      return BlockSource(
        basis: held.certification == certification ? .permanent : .correspondence,
        candidacy: held.holder, certification: held.certification, block: held.block,
        jury: origin.jury, on: origin.day, document: origin.document,
        authority: origin.authority)
    }
    let source = recognition.source
    return BlockSource(
      basis: recognition.basis, candidacy: source.candidacy,
      certification: source.candidacy.flatMap { records[$0]?.enrolment?.value.certification },
      block: source.block ?? source.candidacy.map { _ in recognition.block },
      jury: origin.jury, on: source.candidacy == nil ? origin.validatedOn : origin.day,
      document: origin.document,
      authority: origin.authority)
  }
}
