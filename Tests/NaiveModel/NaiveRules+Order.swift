internal import Events

extension NaiveJudgement {
  /// R15: facts are in order.
  func breaksR15() -> Bool {
    if day > recordedOn { return true }
    return isIntroducedTwice() || namesNoFramework() || comesWithoutItsEnrolment()
      || comesAfterWithdrawal()
      || comesWithoutItsJury() || takesEffectBeforeItsDay() || isAwardedTwice()
  }

  /// An award is made once, unless it was revoked.
  private func isAwardedTwice() -> Bool {
    guard case .certificationAwarded(let award) = fact else { return false }
    var isAwarded = false
    for earlier in before.facts {
      switch earlier.event.fact {
      case .certificationAwarded(let data) where data.candidacy == award.candidacy:
        isAwarded = true
      case .certificationRevoked(let data) where data.candidacy == award.candidacy:
        isAwarded = false
      default: continue
      }
    }
    return isAwarded
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

  /// No fact of a certification whose framework is annulled.
  private func namesNoFramework() -> Bool {
    switch fact {
    case .eventAnnulled, .certificationRegistered: return false
    default: break
    }
    var codes = fact.subjects.compactMap { subject -> CertificationCode? in
      if case .certification(let code) = subject { code } else { nil }
    }
    if let candidacy, let enrolment = sameDay.enrolment(candidacy) {
      codes.append(enrolment.certification)
    }
    return codes.contains { ledger.framework($0) == nil }
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

  /// After a withdrawal only reopening, absences, summonses withdrawn, revocations, appeals,
  /// certificates, declarations and surveys; only a withdrawn candidacy is reopened.
  private func comesAfterWithdrawal() -> Bool {
    guard let candidacy else { return false }
    let isWithdrawn = before.isWithdrawn(candidacy)
    switch fact {
    case .candidacyReopened: return !isWithdrawn
    // A second enrolment is judged by `isIntroducedTwice`.
    case .candidateEnrolled: return false
    case .candidateAbsent, .summonsWithdrawn, .juryDecisionRevoked, .recognitionRevoked,
      .certificationRevoked, .decisionAppealed, .appealDecided, .certificateIssued,
      .certificateReissued, .partialCertificateIssued, .awardDeclared, .declarationAnswered,
      .insertionSurveyAnswered:
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
    return !sameDay.facts.contains { earlier in
      guard case .juryConvened(let data) = earlier.event.fact else { return false }
      return data.jury == jury
    }
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

  /// R17: a revocation, an appeal, its outcome or an annulment names a decision, recognition, award,
  /// pending appeal or entry in force.
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
    case .certificationRevoked(let data): return before.award(data.candidacy) != .awarded
    case .eventAnnulled(let data):
      let earlier = ledger.entriesKnown.filter { $0.position < entry.position }
      let isKnown = earlier.contains { $0.event.id == data.event }
      let isAnnulled = earlier.contains { other in
        guard case .eventAnnulled(let annulment) = other.event.fact else { return false }
        return annulment.event == data.event && !ledger.isAnnulled(other.event.id)
      }
      return !isKnown || isAnnulled
    default: return false
    }
  }

  /// Whether a decision of that jury on that block is in force.
  private func isInForce(_ jury: JuryID, _ candidacy: CandidacyID, _ block: BlockCode) -> Bool {
    before.decisions(candidacy, block).contains { $0.jury == jury && $0.stands }
  }
}
