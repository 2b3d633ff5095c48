internal import Events

/// The fields that a block's validation and refusal share.
struct DecisionFields {
  let candidacy: CandidacyID
  let jury: JuryID
  let block: BlockCode
  /// The members present who took no part in this decision.
  let without: [MemberID]
}

extension Fact {
  /// The fields of a jury's decision on a block; nil for any other fact.
  var decision: DecisionFields? {
    if case .blockValidated(let data) = self {
      return DecisionFields(
        candidacy: data.candidacy, jury: data.jury, block: data.block,
        without: data.without?.elements ?? [])
    }
    if case .blockRefused(let data) = self {
      return DecisionFields(
        candidacy: data.candidacy, jury: data.jury, block: data.block,
        without: data.without?.elements ?? [])
    }
    return nil
  }
}
