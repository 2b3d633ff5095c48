public import Events

extension StandingReach {
  /// The reach of an entry with this fact. Waivers and other fields of the entry change no standing.
  ///
  /// Why a fact reaches others than its own candidacy: a merge changes who the person is, a death ends what
  /// is due, a jury cancelled is awaited no more, one annulled loses its decisions, one that sat is no longer
  /// due; a policy gives windows and blocks their last days, a supersession brings blocks over.
  public init(of fact: Fact) {
    switch fact {
    case .candidateEnrolled(let data):
      self = .candidacies([data.candidacy] + (data.completes.map { [$0] } ?? []))
    case .admissibilityDecided(let data): self = .candidacies([data.candidacy])
    case .dossierSubmitted(let data): self = .candidacies([data.candidacy])
    case .trainingStarted(let data): self = .candidacies([data.candidacy])
    case .competencyAssessed(let data): self = .candidacies([data.candidacy])
    case .pathwayChanged(let data): self = .candidacies([data.candidacy])
    case .candidacyWithdrawn(let data): self = .candidacies([data.candidacy])
    case .candidacyTransferred(let data): self = .candidacies([data.candidacy])
    case .candidacyReopened(let data): self = .candidacies([data.candidacy])
    case .completionWindowExtended(let data): self = .candidacies([data.candidacy])
    case .priorValidationRecognised(let data): self = .candidacies([data.candidacy])
    case .recognitionRevoked(let data): self = .candidacies([data.candidacy])
    case .certificationAwarded(let data): self = .candidacies([data.candidacy])
    case .certificationRevoked(let data): self = .candidacies([data.candidacy])
    case .certificateIssued(let data): self = .candidacies([data.candidacy])
    case .certificateReissued(let data): self = .candidacies([data.candidacy])
    case .partialCertificateIssued(let data): self = .candidacies([data.candidacy])
    case .awardDeclared(let data): self = .candidacies([data.candidacy])
    case .declarationAnswered(let data): self = .candidacies([data.candidacy])
    case .insertionSurveyAnswered(let data): self = .candidacies([data.candidacy])
    case .candidateSummoned(let data): self = .candidacies([data.candidacy])
    case .summonsWithdrawn(let data): self = .candidacies([data.candidacy])
    case .candidateAbsent(let data): self = .candidacies([data.candidacy])
    case .blockValidated(let data): self = .candidacies([data.candidacy])
    case .blockRefused(let data): self = .candidacies([data.candidacy])
    case .juryDecisionRevoked(let data): self = .candidacies([data.candidacy])
    case .decisionAppealed(let data): self = .candidacies([data.candidacy])
    case .appealDecided(let data): self = .candidacies([data.candidacy])
    case .resultNotified(let data): self = .candidacies([data.candidacy])

    case .candidateMerged(let data): self = .persons([data.candidate, data.into])
    case .candidateDeceased(let data): self = .persons([data.candidate])

    case .juryHeld(let data): self = .juries([data.jury])
    case .juryCancelled(let data): self = .juries([data.jury])
    case .juryAnnulled(let data): self = .juries([data.jury])

    case .certificationRegistered(let data): self = .certifications([data.certification])
    case .completionWindowPolicyChanged(let data): self = .certifications([data.certification])
    case .blockValidityPolicyChanged(let data): self = .certifications([data.certification])
    case .certificationSuperseded(let data): self = .versions([data.certification, data.by])

    case .eventAnnulled(let data): self = Self(ofEntryAbout: data.entrySubjects.elements)

    // A registration's last days are apart: ``LedgerState/registrationDeadlines``.
    case .registrationRenewed, .certificationWithdrawn, .registrationSuspended,
      .registrationReinstated, .certifierDescribed, .juryPolicyChanged, .candidateRegistered,
      .candidateIdentityCorrected, .candidateIdentityErased, .juryMemberIdentityErased,
      .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld, .positioningTestTaken,
      .trainingCompleted, .certificateDuplicated, .juryConvened, .juryRescheduled,
      .juryMemberAdded, .juryMemberReplaced, .juryMemberRecused, .juryRecommended,
      .juryDeliberated:
      self = .nothing
    }
  }

  /// The reach of an annulled entry, of which the annulment repeats the subjects and not the type: the widest
  /// that an entry with these subjects can have. An annulment annulled repeats the same subjects.
  private init(ofEntryAbout subjects: [Subject]) {
    var candidacies: [CandidacyID] = []
    var persons: [CandidateID] = []
    var juries: [JuryID] = []
    var certifications: [CertificationCode] = []
    for subject in subjects {
      switch subject {
      case .candidacy(let id): candidacies.append(id)
      case .candidate(let id): persons.append(id)
      case .jury(let id): juries.append(id)
      case .certification(let code): certifications.append(code)
      // Only the description of a certifier names one.
      case .certifier:
        self = .nothing
        return
      case .certificate, .member: continue
      }
    }
    // An enrolment also names a person and a certification, a decision a jury, a convening a certification.
    if !candidacies.isEmpty {
      self = .candidacies(candidacies)
    } else if !persons.isEmpty {
      self = .persons(persons)
    } else if !juries.isEmpty {
      self = .juries(juries)
    } else if !certifications.isEmpty {
      self = .versions(certifications)
    } else {
      self = .nothing
    }
  }
}
