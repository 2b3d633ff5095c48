internal import Events
internal import TestSupport

/// Random facts about any subject; most of them break a rule.
extension RandomCommands {
  mutating func anything(_ scene: Scene) throws -> Fact {
    let types = EventType.allCases.filter {
      ![.candidateIdentityErased, .juryMemberIdentityErased, .certificationRegistered].contains($0)
    }
    return try fact(dice.pick(types), scene)
  }

  /// A random fact of a type.
  private mutating func fact(_ type: EventType, _ scene: Scene) throws -> Fact {
    let enrolled = scene.enrolments.map(\.candidacy)
    let isEnrolled = type != .candidateEnrolled && !enrolled.isEmpty && dice.chance(80)
    let id = dice.pick(isEnrolled ? enrolled : pools.candidacies)
    let code = dice.pick(scene.frameworks).certification
    switch type {
    case .certificationRegistered: return .certificationRegistered(pools.frameworks[2])
    case .registrationRenewed: return try renewal(code)
    case .certificationWithdrawn:
      return .certificationWithdrawn(
        CertificationWithdrawn(
          certification: code,
          lastDeliveryOn: dice.chance(60) ? today.adding(days: dice.below(400)) : nil))
    case .certificationSuperseded:
      if dice.chance(60) {
        return try supersession(
          of: dice.pick(pools.frameworks), by: dice.pick(pools.frameworks.suffix(3)))
      }
      return .certificationSuperseded(
        CertificationSuperseded(
          certification: code, by: dice.pick(pools.frameworks).certification,
          correspondences: nil))
    case .completionWindowPolicyChanged, .blockValidityPolicyChanged, .juryPolicyChanged:
      return try policy(code)
    case .candidateRegistered:
      return .candidateRegistered(
        CandidateRegistered(candidate: dice.pick(pools.candidates), identity: pools.sealed))
    case .candidateIdentityCorrected, .candidateIdentityErased, .juryMemberIdentityErased:
      return .candidateIdentityCorrected(
        CandidateIdentityCorrected(
          candidate: dice.pick(pools.candidates), identity: pools.sealed))
    case .candidateMerged: return merge()
    case .candidateDeceased:
      return .candidateDeceased(CandidateDeceased(candidate: dice.pick(pools.candidates)))
    case .registrationSuspended:
      return .registrationSuspended(RegistrationSuspended(certification: code))
    case .registrationReinstated:
      return .registrationReinstated(RegistrationReinstated(certification: code))
    case .certifierDescribed:
      return .certifierDescribed(
        CertifierDescribed(
          certifier: Certifier(name: pools.text, siret: pools.siret), place: pools.text,
          registrations: try NonEmpty([
            RegistrationDecision(certification: code, decisionOn: today)
          ])))
    case .candidateEnrolled:
      return dice.chance(50)
        ? .candidateEnrolled(try enrolment(id, dice.below(5), scene))
        : .candidateEnrolled(try anyEnrolment(id, scene))
    case .eventAnnulled: return try annulment(scene)
    case .juryConvened, .juryRescheduled, .juryCancelled, .juryMemberAdded, .juryMemberReplaced,
      .juryMemberRecused, .candidateSummoned, .summonsWithdrawn, .candidateAbsent, .juryHeld,
      .blockValidated, .blockRefused, .juryDeliberated, .juryDecisionRevoked, .decisionAppealed,
      .appealDecided, .juryAnnulled, .resultNotified, .juryRecommended:
      return try juryFact(type, id, code, scene)
    case .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld,
      .positioningTestTaken, .admissibilityDecided, .dossierSubmitted, .trainingStarted,
      .trainingCompleted, .competencyAssessed:
      return try preparatoryFact(type, id, scene)
    case .candidacyWithdrawn, .candidacyTransferred, .candidacyReopened,
      .completionWindowExtended, .priorValidationRecognised, .recognitionRevoked,
      .certificationAwarded, .certificateIssued, .certificateReissued, .partialCertificateIssued,
      .certificateDuplicated, .pathwayChanged, .certificationRevoked, .awardDeclared,
      .declarationAnswered, .insertionSurveyAnswered:
      return try candidacyFact(type, id, scene)
    }
  }

  private mutating func anyEnrolment(
    _ id: CandidacyID, _ scene: Scene
  ) throws -> CandidateEnrolled {
    let framework = dice.pick(scene.frameworks)
    let claim = Claim(block: block(id, scene), validatedOn: today, document: pools.text)
    return CandidateEnrolled(
      candidacy: id, candidate: dice.pick(pools.candidates),
      certification: framework.certification, pathway: dice.pick(Pathway.allCases),
      audience: dice.chance(40) ? dice.pick(Audience.allCases) : nil,
      targets: dice.chance(30) ? try NonEmpty([block(id, scene)]) : nil,
      completes: dice.chance(40) ? dice.pick(pools.candidacies) : nil,
      claims: dice.chance(20) ? try NonEmpty([claim]) : nil)
  }

  /// Mostly a block of the candidacy's certification.
  private mutating func block(_ id: CandidacyID, _ scene: Scene) -> BlockCode {
    let enrolment = scene.reading.enrolment(id)
    let own = enrolment.flatMap { scene.ledger.framework($0.certification) }
    let framework = dice.chance(90) ? own ?? pools.main : dice.pick(pools.frameworks)
    return dice.pick(framework.blocks.elements).code
  }

  private mutating func preparatoryFact(
    _ type: EventType, _ id: CandidacyID, _ scene: Scene
  ) throws -> Fact {
    let framework = dice.pick(pools.frameworks)
    switch type {
    case .prerequisiteVerified:
      return .prerequisiteVerified(
        PrerequisiteVerified(
          candidacy: id,
          prerequisite: dice.pick(framework.prerequisites?.elements ?? []).code,
          satisfied: dice.chance(70), evidence: pools.sealed))
    case .selectionTestTaken:
      return .selectionTestTaken(SelectionTestTaken(candidacy: id, passed: dice.chance(60)))
    case .selectionInterviewHeld:
      return .selectionInterviewHeld(
        SelectionInterviewHeld(
          candidacy: id, interviewers: try NonEmpty([dice.pick(InterviewingBody.allCases)]),
          favourable: dice.chance(60)))
    case .positioningTestTaken:
      return .positioningTestTaken(
        PositioningTestTaken(candidacy: id, adjusted: dice.chance(50), note: pools.sealed))
    case .admissibilityDecided:
      return .admissibilityDecided(
        AdmissibilityDecided(
          candidacy: id, admissible: dice.chance(80),
          validUntil: dice.chance(70) ? today.adding(days: dice.below(60) - 10) : nil))
    case .dossierSubmitted:
      return .dossierSubmitted(
        DossierSubmitted(candidacy: id, kind: dice.pick(DossierKind.allCases)))
    case .trainingStarted: return .trainingStarted(TrainingStarted(candidacy: id))
    case .trainingCompleted: return try trainingCompleted(id)
    default:
      let own = dice.pick(scene.enrolments.map(\.certification) + [pools.main.certification])
      let blocks = (scene.ledger.framework(own) ?? pools.main).blocks.elements
      return try assessment(id, [dice.pick(blocks)], dice.pick(Modality.allCases))
    }
  }

  private mutating func candidacyFact(
    _ type: EventType, _ id: CandidacyID, _ scene: Scene
  ) throws -> Fact {
    switch type {
    case .candidacyWithdrawn: return .candidacyWithdrawn(CandidacyWithdrawn(candidacy: id))
    case .candidacyTransferred:
      return .candidacyTransferred(CandidacyTransferred(candidacy: id, to: pools.text))
    case .candidacyReopened: return .candidacyReopened(CandidacyReopened(candidacy: id))
    case .pathwayChanged:
      return .pathwayChanged(
        PathwayChanged(
          candidacy: id, pathway: dice.pick(Pathway.allCases),
          audience: dice.chance(40) ? dice.pick(Audience.allCases) : nil))
    case .certificateDuplicated:
      return .certificateDuplicated(
        CertificateDuplicated(candidacy: id, number: dice.pick(pools.numbers)))
    case .completionWindowExtended:
      let until = today.adding(days: dice.below(900) - 300)
      return .completionWindowExtended(CompletionWindowExtended(candidacy: id, until: until))
    case .priorValidationRecognised:
      return .priorValidationRecognised(
        PriorValidationRecognised(
          candidacy: id, block: block(id, scene), basis: dice.pick(RecognitionBasis.allCases),
          source: ValidationSource(
            candidacy: dice.chance(70) ? dice.pick(pools.candidacies) : nil,
            block: dice.chance(60) ? block(id, scene) : nil,
            validatedOn: dice.chance(50) ? today.adding(days: 3 - dice.below(900)) : nil,
            document: dice.chance(50) ? pools.text : nil,
            authority: dice.chance(50) ? pools.text : nil)))
    case .recognitionRevoked:
      return .recognitionRevoked(
        RecognitionRevoked(candidacy: id, block: block(id, scene), grounds: pools.sealed))
    case .certificationAwarded:
      return .certificationAwarded(
        CertificationAwarded(
          candidacy: id, jury: dice.chance(30) ? dice.pick(pools.juries) : nil))
    case .certificateIssued:
      return .certificateIssued(
        CertificateIssued(candidacy: id, number: dice.pick(pools.numbers)))
    case .certificateReissued:
      return .certificateReissued(
        CertificateReissued(
          candidacy: id, number: dice.pick(pools.numbers), replaces: dice.pick(pools.numbers),
          grounds: pools.sealed))
    case .partialCertificateIssued:
      return .partialCertificateIssued(
        PartialCertificateIssued(
          candidacy: id, blocks: try NonEmpty([block(id, scene)]),
          number: dice.pick(pools.numbers)))
    case .awardDeclared:
      return .awardDeclared(AwardDeclared(candidacy: id, flow: dice.pick(pools.flows)))
    case .declarationAnswered:
      return .declarationAnswered(
        DeclarationAnswered(
          candidacy: id, flow: dice.pick(pools.flows),
          outcome: dice.pick(DeclarationOutcome.allCases), grounds: pools.sealed))
    case .insertionSurveyAnswered:
      return .insertionSurveyAnswered(
        InsertionSurveyAnswered(
          candidacy: id, after: dice.pick(SurveyMoment.allCases), employed: dice.chance(50),
          inTargetOccupation: false))
    default:
      return .certificationRevoked(
        CertificationRevoked(
          candidacy: id, blocks: dice.chance(50) ? try NonEmpty([block(id, scene)]) : nil,
          grounds: pools.sealed))
    }
  }

  private mutating func juryFact(
    _ type: EventType, _ id: CandidacyID, _ code: CertificationCode, _ scene: Scene
  ) throws -> Fact {
    let jury = dice.pick(pools.juries)
    let member = dice.pick(pools.members)
    let block = block(id, scene)
    switch type {
    case .juryConvened: return try convened(jury, code)
    case .juryRescheduled:
      let sessionOn = today.adding(days: dice.below(90) - 5)
      let sessionTo = dice.chance(40) ? sessionOn.adding(days: dice.below(4) - 1) : nil
      return .juryRescheduled(
        JuryRescheduled(jury: jury, sessionOn: sessionOn, sessionTo: sessionTo))
    case .juryCancelled: return .juryCancelled(JuryCancelled(jury: jury, grounds: pools.text))
    case .juryAnnulled: return .juryAnnulled(JuryAnnulled(jury: jury))
    case .resultNotified: return .resultNotified(ResultNotified(jury: jury, candidacy: id))
    case .juryRecommended:
      return .juryRecommended(
        JuryRecommended(jury: jury, candidacy: id, recommendation: pools.sealed))
    case .juryMemberAdded: return .juryMemberAdded(JuryMemberAdded(jury: jury, by: member))
    case .juryMemberReplaced:
      return .juryMemberReplaced(
        JuryMemberReplaced(jury: jury, member: dice.pick(pools.members).member, by: member))
    case .juryMemberRecused:
      return .juryMemberRecused(
        JuryMemberRecused(jury: jury, member: member.member, candidacy: id))
    case .candidateSummoned:
      return .candidateSummoned(CandidateSummoned(jury: jury, candidacy: id))
    case .summonsWithdrawn:
      return .summonsWithdrawn(SummonsWithdrawn(jury: jury, candidacy: id))
    case .candidateAbsent:
      return .candidateAbsent(CandidateAbsent(jury: jury, candidacy: id, excused: false))
    case .juryHeld:
      let present = pools.members.map(\.member).filter { _ in dice.chance(80) }
      let some = present.isEmpty ? [member.member] : present
      return .juryHeld(JuryHeld(jury: jury, present: try NonEmpty(some)))
    case .blockRefused:
      return .blockRefused(
        BlockRefused(
          jury: jury, candidacy: id, block: block, grounds: pools.sealed,
          without: dice.chance(30) ? try NonEmpty([member.member]) : nil))
    case .juryDeliberated:
      return .juryDeliberated(JuryDeliberated(jury: jury, minutes: pools.text))
    case .juryDecisionRevoked:
      return .juryDecisionRevoked(
        JuryDecisionRevoked(jury: jury, candidacy: id, block: block, grounds: pools.sealed))
    case .decisionAppealed:
      return .decisionAppealed(DecisionAppealed(jury: jury, candidacy: id, block: block))
    case .appealDecided:
      return .appealDecided(
        AppealDecided(jury: jury, candidacy: id, block: block, outcome: .falls))
    default:
      return .blockValidated(
        BlockValidated(
          jury: jury, candidacy: id, block: block,
          without: dice.chance(30) ? try NonEmpty([member.member]) : nil))
    }
  }
}
