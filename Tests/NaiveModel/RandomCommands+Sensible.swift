internal import Events
internal import Projections
internal import TestSupport

/// The next sensible step of a candidacy.
extension RandomCommands {
  mutating func sensible(_ scene: Scene) throws -> Fact {
    if dice.chance(9) { return try around(scene) }
    // The first two candidacies go furthest.
    let index = dice.pick([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 4])
    let id = pools.candidacies[index]
    guard let enrolment = scene.reading.enrolment(id), let answer = scene.reading.answer(id),
      let framework = scene.ledger.framework(enrolment.certification)
    else { return .candidateEnrolled(try enrolment(id, index, scene)) }
    var choices = try certificates(id, answer, framework, scene)
    if answer.status != .withdrawn {
      choices += try preparation(enrolment, framework, scene)
      choices += try decisions(enrolment, answer, framework, scene)
      choices += try recognitions(enrolment, answer, framework, scene)
      let transfer = CandidacyTransferred(candidacy: id, to: pools.text)
      choices.append(
        (
          1,
          dice.chance(60)
            ? .candidacyWithdrawn(CandidacyWithdrawn(candidacy: id))
            : .candidacyTransferred(transfer)
        ))
    } else {
      choices.append((12, .candidacyReopened(CandidacyReopened(candidacy: id))))
    }
    return try pick(choices) ?? anything(scene)
  }

  /// An enrolment likely to be accepted: on an open pathway, completing an open candidacy.
  mutating func enrolment(
    _ id: CandidacyID, _ index: Int, _ scene: Scene
  ) throws -> CandidateEnrolled {
    let known = scene.frameworks
    let later = known.last ?? pools.main
    var framework = dice.chance(60) ? pools.main : dice.pick(known)
    if index > 0, dice.chance(50) { framework = later }
    let free = pools.candidates.filter { scene.isFree($0, for: framework.certification) }
    let candidate = free.first.map { dice.chance(75) ? $0 : dice.pick(free) } ?? pools.candidates[0]
    let earlier = scene.enrolments.filter {
      $0.certification == framework.certification && $0.candidate == candidate
    }
    let open = earlier.map(\.candidacy).filter {
      scene.reading.answer($0)?.window.status == .open
    }
    let holdsSome = earlier.contains { other in
      framework.blocks.elements.contains {
        scene.reading.held(other.candidacy, $0.code, framework) != nil
      }
    }
    let rules = framework.pathways.elements.filter { rule in
      rule.open && (rule.completionOnly != true || holdsSome || dice.chance(15))
    }
    let rule = rules.isEmpty ? nil : dice.pick(rules)
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

  /// A step before a jury: selection, training, admissibility, assessments.
  private mutating func preparation(
    _ enrolment: CandidateEnrolled, _ framework: CertificationRegistered, _ scene: Scene
  ) throws -> [(weight: Int, fact: Fact)] {
    let id = enrolment.candidacy
    var choices: [(weight: Int, fact: Fact)] = []
    let selects = framework.selection != nil && enrolment.audience == framework.selection?.audience
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
    } else if enrolment.pathway != .experience {
      if !scene.has(.trainingStarted, id) {
        choices.append((5, .trainingStarted(TrainingStarted(candidacy: id, site: .premises))))
        choices.append(
          (1, .positioningTestTaken(PositioningTestTaken(candidacy: id, adjusted: true))))
      } else if !scene.has(.trainingCompleted, id) {
        choices.append((3, try trainingCompleted(id)))
      }
    }
    if enrolment.pathway == .experience {
      let kind = dice.pick(DossierKind.allCases)
      choices.append((2, .dossierSubmitted(DossierSubmitted(candidacy: id, kind: kind))))
      let last = scene.reading.admissibility(id)?.validUntil ?? .last
      let isMissing = scene.reading.admissibility(id)?.admissible != true || last < today
      let decided = AdmissibilityDecided(
        candidacy: id, admissible: dice.chance(94),
        validUntil: dice.chance(70) ? today.adding(days: 20 + dice.below(500)) : nil)
      choices.append((isMissing ? 25 : 1, .admissibilityDecided(decided)))
    }
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
            dice.chance(15)
              ? dice.pick(Modality.allCases) : block.modalities?.elements.first ?? .interview)
        ))
    }
    return choices
  }

  mutating func trainingCompleted(_ id: CandidacyID) throws -> Fact {
    .trainingCompleted(
      TrainingCompleted(
        candidacy: id, centreHours: try Count(dice.pick([100, 272, 273, 434, 500])),
        companyHours: dice.chance(50) ? try Count(dice.pick([174, 175])) : nil))
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
    let isSuperseded = scene.facts.contains { $0.type == .certificationSuperseded }
    for other in scene.enrolments where other.candidacy != id {
      guard let source = scene.ledger.framework(other.certification),
        scene.ledger.person(other.candidate) == scene.ledger.person(enrolment.candidate)
      else { continue }
      let isSame = other.certification == enrolment.certification
      let held = source.blocks.elements.map(\.code).filter {
        scene.reading.held(other.candidacy, $0, source) != nil
      }
      let known = try pools.correspondences().elements
      for first in held {
        let to = isSame ? first : known.first { $0.from == first }?.to ?? block
        guard missing.contains(to) else { continue }
        let recognition = PriorValidationRecognised(
          candidacy: id, block: to, basis: isSame ? .permanent : .correspondence,
          source: ValidationSource(
            candidacy: other.candidacy, block: isSame && dice.chance(50) ? nil : first))
        let counts = isSame || isSuperseded
        choices.append((counts ? 12 : 1, .priorValidationRecognised(recognition)))
      }
    }
    let document = ValidationSource(
      validatedOn: today.adding(days: -dice.below(900)), document: pools.text)
    choices.append(
      (
        enrolment.claims == nil ? 2 : 8,
        .priorValidationRecognised(
          PriorValidationRecognised(
            candidacy: id, block: block, basis: .document, source: document))
      ))
    return choices
  }
}
