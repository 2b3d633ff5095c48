internal import Events

extension Samples {
  static func decisions() throws -> [Sample] {
    let jury: JuryID = try id("J-2021-02")
    let candidacy: CandidacyID = try id("D-2021-004")
    let block: BlockCode = try id("3474D1")
    let grounds = try sealed("P-0017.1")
    return [
      Sample(.candidateSummoned(CandidateSummoned(jury: jury, candidacy: candidacy))),
      Sample(
        .summonsWithdrawn(SummonsWithdrawn(jury: jury, candidacy: candidacy, grounds: grounds)),
        minimal: .summonsWithdrawn(SummonsWithdrawn(jury: jury, candidacy: candidacy))),
      Sample(.candidateAbsent(CandidateAbsent(jury: jury, candidacy: candidacy, excused: true))),
      Sample(
        .blockValidated(
          BlockValidated(
            jury: jury, candidacy: candidacy, block: block,
            without: try list(try id("M-4"), try id("M-5")))),
        minimal: .blockValidated(BlockValidated(jury: jury, candidacy: candidacy, block: block))),
      Sample(
        .blockRefused(
          BlockRefused(
            jury: jury, candidacy: candidacy, block: block, grounds: grounds,
            without: try list(try id("M-4")))),
        minimal: .blockRefused(BlockRefused(jury: jury, candidacy: candidacy, block: block))),
      Sample(
        .juryDecisionRevoked(
          JuryDecisionRevoked(jury: jury, candidacy: candidacy, block: block, grounds: grounds)),
        reduced: .juryDecisionRevoked(
          JuryDecisionRevoked(jury: jury, candidacy: candidacy, block: block, grounds: nil))),
      Sample(.resultNotified(ResultNotified(jury: jury, candidacy: candidacy))),
      Sample(
        .juryRecommended(
          JuryRecommended(jury: jury, candidacy: candidacy, recommendation: grounds)),
        reduced: .juryRecommended(
          JuryRecommended(jury: jury, candidacy: candidacy, recommendation: nil))),
      Sample(.decisionAppealed(DecisionAppealed(jury: jury, candidacy: candidacy, block: block))),
      Sample(
        .appealDecided(
          AppealDecided(jury: jury, candidacy: candidacy, block: block, outcome: .falls))),
    ]
  }
}
