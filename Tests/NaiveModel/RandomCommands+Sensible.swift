internal import Events
internal import Projections
internal import TestSupport

/// The next sensible step of a candidacy.
extension RandomCommands {
  mutating func sensible(_ scene: Scene) throws -> Fact {
    if dice.chance(9) { return try around(scene) }
    // The first two candidacies go furthest.
    let index = dice.pick([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 4, 4])
    let id = pools.candidacies[index]
    guard let enrolment = scene.reading.enrolment(id), let answer = scene.reading.answer(id),
      let framework = scene.ledger.framework(enrolment.certification)
    else { return .candidateEnrolled(try enrolment(id, index, scene)) }
    var choices = try certificates(id, answer, framework, scene) + results(id, scene)
    if answer.status != .withdrawn {
      choices += try preparation(enrolment, framework, scene)
      choices += try decisions(enrolment, answer, framework, scene)
      choices += try recognitions(enrolment, answer, framework, scene)
      choices.append((2, change(id, framework)))
      let transfer = CandidacyTransferred(candidacy: id, to: pools.text)
      choices.append(
        (
          1,
          dice.chance(60)
            ? .candidacyWithdrawn(CandidacyWithdrawn(candidacy: id))
            : .candidacyTransferred(transfer)
        ))
    } else {
      choices.append((8, .candidacyReopened(CandidacyReopened(candidacy: id))))
      choices += undoing(id, answer, scene)
    }
    return try pick(choices) ?? anything(scene)
  }

  /// A change to a pathway that is mostly open.
  private mutating func change(
    _ id: CandidacyID, _ framework: CertificationRegistered
  ) -> Fact {
    let open = framework.pathways.elements.filter(\.open).map(\.pathway)
    return .pathwayChanged(
      PathwayChanged(
        candidacy: id, pathway: dice.chance(90) ? dice.pick(open) : dice.pick(Pathway.allCases),
        audience: framework.selection != nil && dice.chance(80)
          ? dice.pick(Audience.allCases) : nil))
  }

  /// An enrolment likely to be accepted: on an open pathway, completing an open candidacy.
  mutating func enrolment(
    _ id: CandidacyID, _ index: Int, _ scene: Scene
  ) throws -> CandidateEnrolled {
    if index > 0, dice.chance(40), let comeback = comeback(id, scene) { return comeback }
    if index > 0, dice.chance(45), let continuation = continuation(id, scene) {
      return continuation
    }
    let known = scene.frameworks
    let later = dice.pick(known.suffix(2))
    var framework = dice.chance(60) ? pools.main : dice.pick(known)
    if index > 0, dice.chance(50) { framework = later }
    let free = pools.candidates.filter { scene.isFree($0, for: framework.certification) }
    let candidate = free.first.map { dice.chance(75) ? $0 : dice.pick(free) } ?? pools.candidates[0]
    let earlier = scene.enrolments.filter {
      $0.candidate == candidate
        && scene.reading.successors(of: $0.certification).contains(framework.certification)
    }
    let open = earlier.map(\.candidacy).filter {
      scene.reading.answer($0)?.window.status == .open
    }
    let holdsSome = earlier.contains { !scene.reading.blocksHeld($0.candidacy).isEmpty }
    let rules = framework.pathways.elements.filter { rule in
      rule.open && (rule.completionOnly != true || holdsSome || dice.chance(15))
    }
    let experience = rules.first { $0.pathway == .experience && $0.completionOnly != true }
    let rule = dice.chance(35) ? experience ?? rules.first : rules.isEmpty ? nil : dice.pick(rules)
    let blocks = framework.blocks.elements.map(\.code)
    let needsClaim = rule?.completionOnly == true && !holdsSome
    let claim = Claim(
      block: dice.pick(blocks), validatedOn: today.adding(days: -900), document: pools.text)
    return CandidateEnrolled(
      candidacy: id, candidate: candidate, certification: framework.certification,
      pathway: rule?.pathway ?? .experience,
      audience: framework.selection == nil ? nil : dice.pick(Audience.allCases),
      targets: dice.chance(20) ? try NonEmpty([dice.pick(blocks)]) : nil,
      completes: !open.isEmpty && dice.chance(80) ? dice.pick(open) : nil,
      claims: needsClaim ? try NonEmpty([claim]) : nil,
      employer: dice.chance(10) ? pools.text : nil)
  }

  /// An enrolment that completes a candidacy whose window is open, mostly under a later version; nil
  /// where there is none.
  private mutating func continuation(
    _ id: CandidacyID, _ scene: Scene
  ) -> CandidateEnrolled? {
    let open = scene.enrolments.filter {
      scene.reading.answer($0.candidacy)?.window.status == .open
        && scene.reading.award($0.candidacy) == .none
    }
    if open.isEmpty { return nil }
    let earlier = dice.pick(open)
    let codes = scene.reading.successors(of: earlier.certification)
    let code = dice.chance(70) ? dice.pick(codes) : earlier.certification
    let rules = scene.ledger.framework(code)?.pathways.elements.filter(\.open) ?? []
    if rules.isEmpty { return nil }
    return CandidateEnrolled(
      candidacy: id, candidate: earlier.candidate, certification: code,
      pathway: dice.pick(rules).pathway, audience: dice.pick(Audience.allCases),
      completes: earlier.candidacy)
  }

  /// An enrolment anew, mostly under a later version, of a person who holds blocks of a candidacy that
  /// is over; nil where there is none.
  private mutating func comeback(_ id: CandidacyID, _ scene: Scene) -> CandidateEnrolled? {
    let over = scene.enrolments.filter { enrolment in
      guard let answer = scene.reading.answer(enrolment.candidacy) else { return false }
      return [.withdrawn, .lapsed, .certified].contains(answer.status)
        && !scene.reading.blocksHeld(enrolment.candidacy).isEmpty
    }
    if over.isEmpty { return nil }
    let earlier = dice.pick(over)
    let codes = scene.reading.successors(of: earlier.certification)
    let code = dice.pick(dice.chance(70) && codes.count > 1 ? Array(codes.dropFirst()) : codes)
    let rules = scene.ledger.framework(code)?.pathways.elements.filter(\.open) ?? []
    if rules.isEmpty { return nil }
    return CandidateEnrolled(
      candidacy: id, candidate: earlier.candidate, certification: code,
      pathway: dice.pick(rules).pathway, audience: dice.pick(Audience.allCases))
  }

  /// A step before a jury: selection, training, admissibility, assessments.
  private mutating func preparation(
    _ enrolment: CandidateEnrolled, _ framework: CertificationRegistered, _ scene: Scene
  ) throws -> [(weight: Int, fact: Fact)] {
    let id = enrolment.candidacy
    var choices: [(weight: Int, fact: Fact)] = []
    let pathway = scene.reading.pathway(id)
    let selects =
      framework.selection != nil
      && scene.reading.audience(id) == framework.selection?.audience
    if let prerequisite = framework.prerequisites?.elements.first,
      !scene.has(.prerequisiteVerified, id)
    {
      choices.append(
        (
          selects ? 12 : 1,
          .prerequisiteVerified(
            PrerequisiteVerified(
              candidacy: id, prerequisite: prerequisite.code, satisfied: dice.chance(90)))
        ))
    } else if selects, !scene.has(.selectionTestTaken, id) {
      choices.append((12, .selectionTestTaken(SelectionTestTaken(candidacy: id, passed: true))))
    } else if selects, !scene.has(.selectionInterviewHeld, id) {
      let interview = SelectionInterviewHeld(
        candidacy: id, interviewers: try NonEmpty(InterviewingBody.allCases),
        favourable: dice.chance(90))
      choices.append((12, .selectionInterviewHeld(interview)))
    } else if pathway != .experience {
      if !scene.has(.trainingStarted, id) {
        choices.append((5, .trainingStarted(TrainingStarted(candidacy: id, site: .premises))))
        choices.append(
          (1, .positioningTestTaken(PositioningTestTaken(candidacy: id, adjusted: true))))
      } else if !scene.has(.trainingCompleted, id) {
        choices.append((3, try trainingCompleted(id)))
      }
    }
    if pathway == .experience { choices += experience(id, framework, scene) }
    let outcomes = scene.reading.outcomes(id)
    let missing = framework.blocks.elements.filter { block in
      block.competencies.contains { outcomes[$0.code] == nil }
    }
    if !missing.isEmpty {
      let block = dice.pick(missing)
      let isWhole = framework.everyCompetencyAssessed && dice.chance(70)
      choices.append(
        (
          framework.everyCompetencyAssessed ? 3 : 2,
          try assessment(
            id, isWhole ? framework.blocks.elements : [block],
            dice.chance(35)
              ? dice.pick(Modality.allCases) : block.modalities?.elements.first ?? .interview)
        ))
    }
    return choices
  }

  /// Dossiers and admissibility decisions of a VAE candidacy; some dossiers are left without one.
  private mutating func experience(
    _ id: CandidacyID, _ framework: CertificationRegistered, _ scene: Scene
  ) -> [(weight: Int, fact: Fact)] {
    let kind = dice.pick([
      DossierKind.admissibility, .admissibility, .validation, .problemSituation,
    ])
    let isSubmitted = scene.has(.dossierSubmitted, id)
    let decisions = scene.reading.admissibilities(id)
    let isMissing = decisions.last?.isValid(on: today) != true
    let decided = AdmissibilityDecided(
      candidacy: id, admissible: dice.chance(92),
      validUntil: dice.chance(70) ? today.adding(days: 20 + dice.below(500)) : nil)
    // Every second candidacy waits for the silence of two months.
    let awaitsSilence =
      isSubmitted && today >= .experienceDeadlines && framework.register == .rncp
      && (id == pools.candidacies[1] || dice.chance(30))
    return [
      (
        isSubmitted ? 5 : 20,
        .dossierSubmitted(DossierSubmitted(candidacy: id, kind: kind))
      ),
      (isMissing ? awaitsSilence ? 2 : 25 : 1, .admissibilityDecided(decided)),
    ]
  }

  mutating func trainingCompleted(_ id: CandidacyID) throws -> Fact {
    .trainingCompleted(
      TrainingCompleted(
        candidacy: id, centreHours: try Count(dice.pick([100, 272, 273, 433, 434, 500])),
        centreMinutes: dice.chance(30) ? try Minutes(dice.pick([1, 59])) : nil,
        companyHours: dice.chance(60) ? try Count(dice.pick([174, 175])) : nil,
        companyMinutes: dice.chance(20) ? try Minutes(59) : nil))
  }

  /// One assessment of every competency of the blocks.
  mutating func assessment(
    _ id: CandidacyID, _ blocks: [Block], _ modality: Modality
  ) throws -> Fact {
    let results = blocks.flatMap(\.competencies).map { competency in
      AssessedCompetency(
        competency: competency.code, outcome: dice.chance(80) ? .acquired : .notAcquired)
    }
    return .competencyAssessed(
      CompetencyAssessed(candidacy: id, modality: modality, results: try NonEmpty(results)))
  }

  /// A recognition of a block held elsewhere.
  private mutating func recognitions(
    _ enrolment: CandidateEnrolled, _ answer: NaiveAnswer, _ framework: CertificationRegistered,
    _ scene: Scene
  ) throws -> [(weight: Int, fact: Fact)] {
    let id = enrolment.candidacy
    let missing = answer.blocks.filter { !$0.status.isHeld }.map(\.code)
    var choices: [(weight: Int, fact: Fact)] = []
    guard !missing.isEmpty else { return [] }
    let block = dice.pick(missing)
    for other in scene.enrolments where other.candidacy != id {
      guard let source = scene.ledger.framework(other.certification),
        scene.ledger.person(other.candidate) == scene.ledger.person(enrolment.candidate)
      else { continue }
      let isSame = other.certification == enrolment.certification
      for first in source.blocks.elements.map(\.code)
      where scene.reading.holding(other.candidacy, first) != nil {
        let counterparts = scene.reading.counterparts(
          of: first, source.certification, in: enrolment.certification)
        let to = counterparts.first ?? block
        guard missing.contains(to) else { continue }
        let recognition = PriorValidationRecognised(
          candidacy: id, block: to, basis: isSame ? .permanent : .correspondence,
          source: ValidationSource(
            candidacy: other.candidacy, block: isSame && dice.chance(50) ? nil : first))
        choices.append((counterparts.isEmpty ? 1 : 30, .priorValidationRecognised(recognition)))
      }
    }
    let equivalence = ValidationSource(
      validatedOn: dice.chance(50) ? today.adding(days: -dice.below(900)) : nil,
      authority: pools.text)
    choices.append(
      (
        1,
        .priorValidationRecognised(
          PriorValidationRecognised(
            candidacy: id, block: block, basis: .equivalence, source: equivalence))
      ))
    let document = ValidationSource(
      validatedOn: today.adding(days: -dice.below(900)), document: pools.text)
    choices.append(
      (
        // The last candidacy rests on documents.
        id == pools.candidacies[4] ? 60 : enrolment.claims == nil ? 2 : 8,
        .priorValidationRecognised(
          PriorValidationRecognised(
            candidacy: id, block: block, basis: .document, source: document))
      ))
    return choices
  }
}
