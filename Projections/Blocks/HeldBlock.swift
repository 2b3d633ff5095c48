package import Events

/// How a block is held: the decision or recognition that gives it.
package struct HeldBlock: Sendable {
  package let status: BlockStatus
  /// The earliest decision or recognition in force.
  package let moment: Moment
  /// The jury of the decision, also through `completes`; nil for a recognition.
  package let jury: JuryID?
  /// The first validation it comes from.
  package let origin: ValidationOrigin
  /// The recognition that gives it, also through `completes`; nil for a decision.
  package let recognition: BlockRecognition?
  /// The candidacy that the decision or recognition is of.
  package let holder: CandidacyID
  /// The certification of ``holder``; nil if it has no enrolment.
  package let certification: CertificationCode?
  /// The block of that decision or recognition: of an older version where it came over.
  package let block: BlockCode

  /// The same block, held in a candidacy that completes its own.
  func carried() -> HeldBlock {
    HeldBlock(
      status: .recognised, moment: moment, jury: jury, origin: origin, recognition: recognition,
      holder: holder, certification: certification, block: block)
  }
}
