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
      return view.summoned.contains(id) && !view.absent.contains(id) && !view.isOver
        && scene.reading.areVersions(view.convened.certification, enrolment.certification)
    }
    for jury in pools.juries {
      guard let view = scene.jury(jury) else { continue }
      let isRight = scene.reading.areVersions(
        view.convened.certification, enrolment.certification)
      guard isRight, !view.isOver, !view.absent.contains(id) else { continue }
      if view.isHeld { choices.append((1, .juryAnnulled(JuryAnnulled(jury: jury)))) }
      if !view.summoned.contains(id) {
        let summons = Fact.candidateSummoned(CandidateSummoned(jury: jury, candidacy: id))
        let isAdmitted =
          scene.reading.pathway(id) != .experience || scene.reading.admissibleTacitly(id) != nil
        choices.append((isSummoned ? 1 : isAdmitted ? 12 : 2, summons))
        continue
      }
      isSummoned = true
      if !view.isHeld {
        choices.append((45, try held(jury, view)))
        choices += waiting(jury, id, view)
      } else if dice.chance(85) {
        let without = dice.chance(30) && !view.recused.isEmpty ? try NonEmpty(view.recused) : nil
        choices.append(
          (
            answer.status == .lapsed ? 4 : 90,
            .blockValidated(
              BlockValidated(jury: jury, candidacy: id, block: block, without: without))
          ))
        choices.append((1, .juryDeliberated(JuryDeliberated(jury: jury, minutes: pools.text))))
        if view.convened.sessionTo != nil { choices.append((4, try held(jury, view))) }
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
    _ jury: JuryID, _ id: CandidacyID, _ view: Scene.Jury
  ) -> [(weight: Int, fact: Fact)] {
    let member = view.members.isEmpty || dice.chance(15) ? pools.members : view.members
    return [
      (1, .summonsWithdrawn(SummonsWithdrawn(jury: jury, candidacy: id, grounds: pools.sealed))),
      (3, .candidateAbsent(CandidateAbsent(jury: jury, candidacy: id, excused: true))),
      (
        1,
        .juryRescheduled(
          JuryRescheduled(
            jury: jury, sessionOn: today.adding(days: 9),
            sessionTo: dice.chance(40) ? today.adding(days: 10) : nil))
      ),
      (2, .juryMemberAdded(JuryMemberAdded(jury: jury, by: dice.pick(pools.members)))),
      (
        3,
        .juryMemberRecused(
          JuryMemberRecused(jury: jury, member: dice.pick(member).member, candidacy: id))
      ),
    ]
  }

  /// What the jury tells the candidate.
  mutating func results(_ id: CandidacyID, _ scene: Scene) -> [(weight: Int, fact: Fact)] {
    var choices: [(weight: Int, fact: Fact)] = []
    for jury in pools.juries {
      guard let view = scene.jury(jury), view.decided.contains(id) else { continue }
      choices.append((3, .resultNotified(ResultNotified(jury: jury, candidacy: id))))
      let recommended = JuryRecommended(jury: jury, candidacy: id, recommendation: pools.sealed)
      choices.append((1, .juryRecommended(recommended)))
    }
    return choices
  }

  /// The members of a jury; most juries are complete, a few of unknown composition; some sit on several
  /// days.
  mutating func convened(_ jury: JuryID, _ certification: CertificationCode) throws -> Fact {
    let count = dice.chance(93) ? 4 + dice.below(3) : 2
    let sessionOn = today.adding(days: dice.below(12))
    let members = Array(pools.members.prefix(count))
    return .juryConvened(
      JuryConvened(
        jury: jury, certification: certification, sessionOn: sessionOn,
        sessionTo: dice.chance(35) ? sessionOn.adding(days: dice.below(3)) : nil,
        mode: dice.pick(SessionMode.allCases),
        members: dice.chance(92) ? try NonEmpty(members) : nil))
  }

  mutating func held(_ jury: JuryID, _ view: Scene.Jury) throws -> Fact {
    let ids = view.members.map(\.member)
    let present = ids.filter { !view.recused.contains($0) || dice.chance(60) }
    let some = present.isEmpty ? ids : present
    return .juryHeld(JuryHeld(jury: jury, present: some.isEmpty ? nil : try NonEmpty(some)))
  }

  /// Revocations and appeals of decisions in force.
  mutating func undoing(
    _ id: CandidacyID, _ answer: NaiveAnswer, _ scene: Scene
  ) -> [(weight: Int, fact: Fact)] {
    var choices: [(weight: Int, fact: Fact)] = []
    let isSource = scene.facts.contains { fact in
      guard case .priorValidationRecognised(let data) = fact else { return false }
      return data.source.candidacy == id
    }
    for block in answer.blocks.map(\.code) {
      for decision in scene.reading.decisions(id, block) where decision.stands {
        guard let jury = decision.jury else {
          let revoked = RecognitionRevoked(candidacy: id, block: block, grounds: pools.sealed)
          choices.append((1, .recognitionRevoked(revoked)))
          continue
        }
        let revoked = JuryDecisionRevoked(
          jury: jury, candidacy: id, block: block, grounds: pools.sealed)
        if dice.chance(50) { choices.append((isSource ? 15 : 1, .juryDecisionRevoked(revoked))) }
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
      let duplicated = CertificateDuplicated(candidacy: id, number: replaced)
      choices.append((1, .certificateDuplicated(duplicated)))
      choices.append((answer.certificate == replaced ? 5 : 1, .certificateReissued(reissued)))
    }
    guard answer.status == .certified else { return choices }
    if answer.certificate == nil {
      choices.append((20, .certificateIssued(CertificateIssued(candidacy: id, number: number))))
    }
    let flow = dice.pick(pools.flows)
    choices.append((12, .awardDeclared(AwardDeclared(candidacy: id, flow: flow))))
    if scene.has(.awardDeclared, id) {
      let answered = DeclarationAnswered(
        candidacy: id, flow: flow, outcome: dice.pick(DeclarationOutcome.allCases))
      choices.append((14, .declarationAnswered(answered)))
    }
    let survey = InsertionSurveyAnswered(
      candidacy: id, after: dice.pick(SurveyMoment.allCases), employed: true,
      inTargetOccupation: dice.chance(50))
    choices.append((3, .insertionSurveyAnswered(survey)))
    if let current = answer.certificate {
      let duplicated = CertificateDuplicated(candidacy: id, number: current)
      choices.append((4, .certificateDuplicated(duplicated)))
    }
    let blocks = held.filter { _ in dice.chance(40) }
    let revoked = CertificationRevoked(
      candidacy: id, blocks: blocks.isEmpty ? nil : try NonEmpty(blocks), grounds: pools.sealed)
    choices.append((4, .certificationRevoked(revoked)))
    return choices
  }
}
