internal import Events

/// A jury's decision on a block, validated or refused: what most rules of juries ask of it.
struct DecisionFields {
  let candidacy: CandidacyID
  let jury: JuryID
  let block: BlockCode
  /// The members left out.
  let without: [MemberID]
}

extension Fact {
  /// The decision, where this is one.
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
