internal import Events
internal import Projections
internal import TestSupport

/// The facts of juries and awards.
extension RandomCommands {
  /// A step of a jury, from its convening to its decisions, their revocations and appeals.
  mutating func decisions(
    _ enrolment: CandidateEnrolled, _ answer: NaiveAnswer, _ framework: CertificationRegistered,
    _ scene: Scene
  ) throws -> [(weight: Int, fact: Fact)] {
    let id = enrolment.candidacy
    var choices = undoing(id, answer, scene)
    let missing = answer.blocks.filter { !$0.status.isHeld }.map(\.code)
    guard !missing.isEmpty else { return choices }
    let block = dice.chance(90) ? dice.pick(missing) : dice.pick(answer.blocks.map(\.code))
    var isSummoned = pools.juries.contains { jury in
      guard let view = scene.jury(jury) else { return false }
      return view.summoned.contains(id) && !view.absent.contains(id) && !view.isCancelled
        && view.convened.certification == enrolment.certification
    }
    for jury in pools.juries {
      guard let view = scene.jury(jury) else { continue }
      let isRight = view.convened.certification == enrolment.certification
      guard isRight, !view.isCancelled, !view.absent.contains(id) else { continue }
      if !view.summoned.contains(id) {
        let summons = Fact.candidateSummoned(CandidateSummoned(jury: jury, candidacy: id))
        choices.append((isSummoned ? 1 : 10, summons))
        continue
      }
      isSummoned = true
      if !view.isHeld {
        choices.append((45, try held(jury, view)))
        choices += waiting(jury, id)
      } else if dice.chance(85) {
        let without = dice.chance(30) && !view.recused.isEmpty ? try NonEmpty(view.recused) : nil
        choices.append(
          (
            answer.status == .lapsed ? 4 : 60,
            .blockValidated(
              BlockValidated(jury: jury, candidacy: id, block: block, without: without))
          ))
        choices.append((1, .juryDeliberated(JuryDeliberated(jury: jury, minutes: pools.text))))
      } else {
        choices.append(
          (30, .blockRefused(BlockRefused(jury: jury, candidacy: id, block: block))))
      }
    }
    if let jury = pools.juries.first(where: { scene.jury($0) == nil }) {
      choices.append((isSummoned ? 1 : 10, try convened(jury, framework.certification)))
    }
    return choices
  }

  private mutating func waiting(
    _ jury: JuryID, _ id: CandidacyID
  ) -> [(weight: Int, fact: Fact)] {
    [
      (1, .summonsWithdrawn(SummonsWithdrawn(jury: jury, candidacy: id, grounds: pools.sealed))),
      (1, .candidateAbsent(CandidateAbsent(jury: jury, candidacy: id, excused: true))),
      (1, .juryRescheduled(JuryRescheduled(jury: jury, sessionOn: today.adding(days: 9)))),
      (2, .juryMemberAdded(JuryMemberAdded(jury: jury, by: dice.pick(pools.members)))),
      (
        3,
        .juryMemberRecused(
          JuryMemberRecused(jury: jury, member: dice.pick(pools.members).member, candidacy: id))
      ),
    ]
  }

  /// The members of a jury; most juries are complete.
  mutating func convened(_ jury: JuryID, _ certification: CertificationCode) throws -> Fact {
    let count = dice.chance(93) ? 4 + dice.below(3) : 2
    return .juryConvened(
      JuryConvened(
        jury: jury, certification: certification, sessionOn: today.adding(days: dice.below(12)),
        mode: dice.pick(SessionMode.allCases),
        members: try NonEmpty(Array(pools.members.prefix(count)))))
  }

  mutating func held(_ jury: JuryID, _ view: Scene.Jury) throws -> Fact {
    let ids = view.members.map(\.member)
    let present = ids.filter { !view.recused.contains($0) || dice.chance(60) }
    return .juryHeld(JuryHeld(jury: jury, present: try NonEmpty(present.isEmpty ? ids : present)))
  }

  /// Revocations and appeals of decisions in force.
  private mutating func undoing(
    _ id: CandidacyID, _ answer: NaiveAnswer, _ scene: Scene
  ) -> [(weight: Int, fact: Fact)] {
    var choices: [(weight: Int, fact: Fact)] = []
    for block in answer.blocks.map(\.code) {
      for decision in scene.reading.decisions(id, block) where decision.stands {
        guard let jury = decision.jury else {
          let revoked = RecognitionRevoked(candidacy: id, block: block, grounds: pools.sealed)
          choices.append((1, .recognitionRevoked(revoked)))
          continue
        }
        let revoked = JuryDecisionRevoked(
          jury: jury, candidacy: id, block: block, grounds: pools.sealed)
        if dice.chance(50) { choices.append((1, .juryDecisionRevoked(revoked))) }
        let appeal = DecisionAppealed(jury: jury, candidacy: id, block: block)
        choices.append((decision.holds ? 1 : 6, .decisionAppealed(appeal)))
      }
    }
    for fact in scene.facts {
      guard case .decisionAppealed(let appeal) = fact, appeal.candidacy == id else { continue }
      let decided = AppealDecided(
        jury: appeal.jury, candidacy: id, block: appeal.block,
        outcome: dice.pick(AppealOutcome.allCases))
      choices.append((8, .appealDecided(decided)))
    }
    return choices
  }

  /// Awards, certificates, declarations, surveys.
  mutating func certificates(
    _ id: CandidacyID, _ answer: NaiveAnswer, _ framework: CertificationRegistered,
    _ scene: Scene
  ) throws -> [(weight: Int, fact: Fact)] {
    let number = scene.freshNumber(pools.numbers)
    let held = answer.blocks.filter(\.status.isHeld).map(\.code)
    var choices: [(weight: Int, fact: Fact)] = []
    if !held.isEmpty {
      let partial = PartialCertificateIssued(
        candidacy: id, blocks: try NonEmpty([dice.pick(held)]), number: number)
      choices.append((2, .partialCertificateIssued(partial)))
      if let last = answer.window.lastDay {
        let until = last.adding(days: dice.below(400) - 20)
        choices.append(
          (
            answer.status == .lapsed ? 8 : 1,
            .completionWindowExtended(CompletionWindowExtended(candidacy: id, until: until))
          ))
      }
    }
    if answer.status == .awardPending {
      choices.append(
        (
          40,
          .certificationAwarded(
            CertificationAwarded(candidacy: id, jury: dice.chance(50) ? pools.juries[0] : nil))
        ))
    }
    for fact in scene.facts {
      guard fact.candidacy == id, let replaced = NaiveJudgement.number(fact) else { continue }
      let reissued = CertificateReissued(
        candidacy: id, number: number, replaces: replaced, grounds: pools.sealed)
      choices.append((answer.certificate == replaced ? 5 : 1, .certificateReissued(reissued)))
    }
    guard answer.status == .certified else { return choices }
    if answer.certificate == nil {
      choices.append((20, .certificateIssued(CertificateIssued(candidacy: id, number: number))))
    }
    let flow = dice.pick(pools.flows)
    choices.append((5, .awardDeclared(AwardDeclared(candidacy: id, flow: flow))))
    if scene.has(.awardDeclared, id) {
      let answered = DeclarationAnswered(
        candidacy: id, flow: flow, outcome: dice.pick(DeclarationOutcome.allCases))
      choices.append((5, .declarationAnswered(answered)))
    }
    let survey = InsertionSurveyAnswered(
      candidacy: id, after: dice.pick(SurveyMoment.allCases), employed: true,
      inTargetOccupation: dice.chance(50))
    choices.append((3, .insertionSurveyAnswered(survey)))
    choices.append(
      (3, .certificationRevoked(CertificationRevoked(candidacy: id, grounds: pools.sealed))))
    return choices
  }
}
