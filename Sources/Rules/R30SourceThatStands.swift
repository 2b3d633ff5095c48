internal import Events
internal import Projections

/// R30 — a block held by a recognition whose source no longer stands is reported, at the recognition.
struct SourceThatStands: LastingRule {
  let statement = RuleStatement(
    id: RuleID(number: 30),
    sentence: Text(
      "la source d’un bloc reconnu reste en vigueur, et sa délivrance n’est pas révoquée",
      "the source of a recognised block stays in force, and its award is not revoked"),
    source: Text(
      "règle interne", "house rule"))
  let watches: Set<EventType> = [.priorValidationRecognised]
  let reads: Set<Scope> = []

  func violations(
    in candidacy: CandidacyID, _ state: JudgingState, on day: CalendarDate
  ) -> [(position: Position, violation: Violation)] {
    guard let record = state.record(of: candidacy), !record.recognitions.isEmpty,
      let framework = state.framework(of: candidacy)
    else { return [] }
    let held = state.before.heldBlocks(of: candidacy, in: framework, on: day).values
    return held.filter { $0.holder == candidacy }.compactMap(\.recognition).compactMap {
      recognition in
      violation(by: recognition, of: candidacy, in: state).map {
        (recognition.moment.position, $0)
      }
    }
  }

  /// How a recognition by which a candidacy holds a block breaks the rule.
  private func violation(
    by recognition: BlockRecognition, of candidacy: CandidacyID, in state: JudgingState
  ) -> Violation? {
    // A document or an authority stands on its own.
    guard recognition.basis == .permanent || recognition.basis == .correspondence,
      let source = recognition.source.candidacy
    else { return nil }
    let block = recognition.source.block ?? recognition.block
    let remedy = Text(
      "la révocation de la reconnaissance (RecognitionRevoked), ou une nouvelle décision sur la source",
      "the recognition revoked (RecognitionRevoked), or a new decision on the source")
    guard let held = state.before.heldBlocks(of: source, on: nil)[block] else {
      return Violation(
        Text(
          "le bloc \(recognition.block) de \(candidacy) est reconnu d’après \(block) de \(source), qui n’est plus en vigueur",
          "block \(recognition.block) of \(candidacy) is recognised from \(block) of \(source), no longer in force"
        ), remedy: remedy)
    }
    guard let revoked = state.revokedAward(behind: held, in: source) else { return nil }
    return Violation(
      Text(
        "le bloc \(recognition.block) de \(candidacy) est reconnu d’après \(source), et la délivrance de \(revoked) est révoquée",
        "block \(recognition.block) of \(candidacy) is recognised from \(source), and the award of \(revoked) is revoked"
      ), remedy: remedy)
  }
}

extension JudgingState {
  /// The candidacy whose revoked award, without blocks named, a block rests on: the one asked, the one
  /// that its decision is of, or one that completes either; nil where there is none.
  func revokedAward(behind held: HeldBlock, in candidacy: CandidacyID) -> CandidacyID? {
    before.revokedAwards(behind: held, in: candidacy).first?.candidacy
  }
}
