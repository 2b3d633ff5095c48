internal import Events
internal import Projections

// R16 where an earlier candidacy is named: as the source of a recognition, or by `completes`.
extension PriorValidationThatCounts {
  /// A source candidacy is another one of the same person; the block named is held there that day,
  /// counts as the one recognised, and rests on no revoked award.
  func earlier(
    _ data: PriorValidationRecognised, _ own: Enrolment, on day: CalendarDate,
    _ state: JudgingState
  ) -> Violation? {
    guard let source = data.source.candidacy, source != data.candidacy,
      let other = state.enrolment(of: source), state.isOnePerson(own.candidate, other.candidate)
    else {
      return violation(
        Text(
          "la source n’est pas une autre candidature de cette personne",
          "the source is not another candidacy of this person"))
    }
    let block = data.source.block ?? data.block
    if let violation = correspondence(from: block, other.certification, to: data, own, state) {
      return violation
    }
    let framework = state.framework(of: source)
    guard let held = state.before.heldBlocks(of: source, in: framework, on: day)[block] else {
      return violation(
        Text(
          "au \(day.text.french), \(block) n’est pas acquis dans \(source)",
          "on \(day), \(block) is not held in \(source)"))
    }
    guard let revoked = state.revokedAward(behind: held, in: source) else { return nil }
    return violation(
      Text(
        "la délivrance de \(revoked) est révoquée : \(block) de \(source) ne compte plus",
        "the award of \(revoked) was revoked: \(block) of \(source) counts no more"))
  }

  private func correspondence(
    from block: BlockCode, _ certification: CertificationCode,
    to data: PriorValidationRecognised, _ own: Enrolment, _ state: JudgingState
  ) -> Violation? {
    if data.basis == .permanent {
      if own.certification == certification, block == data.block { return nil }
      return violation(
        Text(
          "\(block) de \(certification) n’est pas le bloc \(data.block) de \(own.certification)",
          "\(block) of \(certification) is not block \(data.block) of \(own.certification)"))
    }
    if data.source.block != nil,
      state.before.supersessions.correspond(
        .init(block, of: certification), to: .init(data.block, of: own.certification))
    {
      return nil
    }
    return violation(
      Text(
        "aucune correspondance n’est déclarée de \(block) (\(certification)) à \(data.block) (\(own.certification))",
        "no declared correspondence leads from \(block) (\(certification)) to \(data.block) (\(own.certification))"
      ))
  }

  private func violation(_ message: Text) -> Violation {
    Violation(
      message,
      remedy: Text(
        "dans `source.candidacy` et `source.block`, un bloc acquis ce jour-là, de cette certification ou par correspondance déclarée",
        "in source.candidacy and source.block, a block held on that day, of this certification or by a declared correspondence"
      ))
  }

  /// A candidacy completed is an earlier one of the same person, of the same certification or of a
  /// version that it succeeds, with an open window and a block that comes over.
  func completing(
    _ data: CandidateEnrolled, _ earlier: CandidacyID, on day: CalendarDate, _ state: JudgingState
  ) -> Violation? {
    guard earlier != data.candidacy, let enrolment = state.enrolment(of: earlier),
      state.isOnePerson(enrolment.candidate, data.candidate)
    else {
      return unfit(
        Text(
          "\(earlier) n’est pas une candidature antérieure de la même personne",
          "\(earlier) is not an earlier candidacy of the same person"))
    }
    let (certification, own) = (enrolment.certification, data.certification)
    let supersessions = state.before.supersessions
    guard supersessions.isSame(certification, asOrOlderThan: own) else {
      return unfit(
        Text(
          "\(earlier) est une candidature à \(certification), dont \(own) ne prend pas la suite",
          "\(earlier) is a candidacy for \(certification), which \(own) does not succeed"))
    }
    guard state.before.window(of: earlier, on: day)?.status == .open else {
      return unfit(
        Text(
          "au \(day.text.french), \(earlier) n’a pas de délai ouvert",
          "on \(day), \(earlier) has no open window"))
    }
    let comesOver = state.held(by: earlier, on: day).contains {
      !supersessions.places(of: $0, from: certification, in: own).isEmpty
    }
    if comesOver { return nil }
    return unfit(
      Text(
        "aucun bloc acquis dans \(earlier) n’a de correspondance déclarée dans \(own)",
        "no block held in \(earlier) has a declared correspondence in \(own)"))
  }

  private func unfit(_ message: Text) -> Violation {
    Violation(
      message,
      remedy: Text(
        "une inscription sans `completes`, puis des reconnaissances (PriorValidationRecognised)",
        "an enrolment without `completes`, then recognitions (PriorValidationRecognised)"))
  }
}
