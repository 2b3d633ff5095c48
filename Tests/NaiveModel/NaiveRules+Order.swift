internal import Events

extension NaiveJudgement {
  // MARK: R15

  /// R15: facts are in order.
  func breaksR15() -> Bool {
    if day > recordedOn { return true }
    return isIntroducedTwice() || comesWithoutItsEnrolment() || comesAfterWithdrawal()
      || comesWithoutItsJury() || takesEffectBeforeItsDay() || comesWhileAwarded()
  }

  /// An award is made once, unless it was revoked; no change of pathway while an award stands.
  private func comesWhileAwarded() -> Bool {
    switch fact {
    case .certificationAwarded(let data): before.award(data.candidacy) == .awarded
    case .pathwayChanged(let data): before.award(data.candidacy) == .awarded
    default: false
    }
  }

  /// Candidacies, candidates, juries and certifications are introduced once.
  private func isIntroducedTwice() -> Bool {
    let earlier = ledger.entriesNotAnnulled.filter { $0.position < entry.position }.map(
      \.event.fact)
    return earlier.contains { other in
      switch (fact, other) {
      case (.candidateEnrolled(let new), .candidateEnrolled(let old)):
        new.candidacy == old.candidacy
      case (.candidateRegistered(let new), .candidateRegistered(let old)):
        new.candidate == old.candidate
      case (.juryConvened(let new), .juryConvened(let old)): new.jury == old.jury
      case (.certificationRegistered(let new), .certificationRegistered(let old)):
        new.certification == old.certification
      default: false
      }
    }
  }

  /// No fact of a candidacy on a day before its enrolment.
  private func comesWithoutItsEnrolment() -> Bool {
    guard let candidacy else { return false }
    if case .candidateEnrolled = fact {
      return before.facts.contains {
        $0.event.fact.candidacy == candidacy && $0.event.occurredOn < day
      }
    }
    return sameDay.enrolment(candidacy) == nil
  }

  /// After a withdrawal only reopening, absences, summonses withdrawn, results, recommendations,
  /// revocations, appeals, certificates, declarations and surveys; only a withdrawn candidacy is
  /// reopened.
  private func comesAfterWithdrawal() -> Bool {
    guard let candidacy else { return false }
    let isWithdrawn = before.isWithdrawn(candidacy)
    switch fact {
    case .candidacyReopened: return !isWithdrawn
    // A second enrolment is judged by `isIntroducedTwice`.
    case .candidateEnrolled: return false
    case .candidateAbsent, .summonsWithdrawn, .resultNotified, .juryRecommended,
      .juryDecisionRevoked, .recognitionRevoked, .certificationRevoked, .decisionAppealed,
      .appealDecided, .certificateIssued, .certificateReissued, .partialCertificateIssued,
      .certificateDuplicated, .awardDeclared, .declarationAnswered, .insertionSurveyAnswered:
      return false
    default: return isWithdrawn
    }
  }

  /// No fact of a jury on a day before it is convened.
  private func comesWithoutItsJury() -> Bool {
    switch fact {
    case .juryConvened, .certificationAwarded: return false
    default: break
    }
    guard let jury else { return false }
    return convened(jury, sameDay) == nil
  }

  /// No policy that takes effect before the day it is decided.
  private func takesEffectBeforeItsDay() -> Bool {
    switch fact {
    case .completionWindowPolicyChanged(let data): data.effectiveOn < day
    case .blockValidityPolicyChanged(let data): data.effectiveOn < day
    case .juryPolicyChanged(let data): data.effectiveOn < day
    default: false
    }
  }

  // MARK: R17

  /// R17: a revocation, an appeal, its outcome or an annulment names a decision, recognition, award,
  /// pending appeal or entry in force; a merge names two ids that are not one; the blocks that a
  /// revocation names are held; a framework under which something was recorded is not annulled.
  func breaksR17() -> Bool {
    switch fact {
    case .juryDecisionRevoked(let data):
      return !isInForce(data.jury, data.candidacy, data.block)
    case .decisionAppealed(let data):
      return !isInForce(data.jury, data.candidacy, data.block)
    case .appealDecided(let data):
      var isPending = false
      for earlier in before.facts {
        switch earlier.event.fact {
        case .decisionAppealed(let appeal)
        where appeal.jury == data.jury && appeal.candidacy == data.candidacy
          && appeal.block == data.block:
          isPending = true
        case .appealDecided(let outcome)
        where outcome.jury == data.jury && outcome.candidacy == data.candidacy
          && outcome.block == data.block:
          isPending = false
        default: continue
        }
      }
      return !isPending
    case .recognitionRevoked(let data):
      return !before.decisions(data.candidacy, data.block).contains {
        $0.isRecognition && $0.stands
      }
    case .certificationRevoked(let data):
      return before.award(data.candidacy) != .awarded
        || !(data.blocks?.elements ?? []).allSatisfy { holds(data.candidacy, $0) }
    case .candidateMerged(let data):
      return ledger.person(data.candidate, mergedBefore: entry.position)
        == ledger.person(data.into, mergedBefore: entry.position)
    case .eventAnnulled(let data): return annulsNothing(data)
    default: return false
    }
  }

  private func annulsNothing(_ data: EventAnnulled) -> Bool {
    let earlier = ledger.entriesKnown.filter { $0.position < entry.position }
    guard let annulled = earlier.first(where: { $0.event.id == data.event }) else { return true }
    let isAnnulled = earlier.contains { other in
      guard case .eventAnnulled(let annulment) = other.event.fact else { return false }
      return annulment.event == data.event && !ledger.isAnnulled(other.event.id)
    }
    if isAnnulled { return true }
    guard case .certificationRegistered(let framework) = annulled.event.fact else { return false }
    return ledger.entriesNotAnnulled.contains { other in
      if other.position >= entry.position || other.position == annulled.position { return false }
      if case .eventAnnulled = other.event.fact { return false }
      return other.event.fact.subjects.contains(.certification(framework.certification))
    }
  }

  /// Whether a decision of that jury on that block is in force.
  private func isInForce(_ jury: JuryID, _ candidacy: CandidacyID, _ block: BlockCode) -> Bool {
    before.decisions(candidacy, block).contains { $0.jury == jury && $0.stands }
  }
}
