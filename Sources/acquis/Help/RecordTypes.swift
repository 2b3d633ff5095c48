internal import AcquisLedger
internal import Events

/// The types of facts, in the order of the work.
enum RecordTypes {
  struct Group: Sendable {
    let title: Text
    let types: [EventType]
  }

  /// Every type once.
  static let groups = [
    Group(
      title: Text("La personne", "The person"),
      types: [.candidateRegistered, .candidateDeceased]),
    Group(
      title: Text("L’inscription", "Enrolment"),
      types: [
        .candidateEnrolled, .prerequisiteVerified, .selectionTestTaken, .selectionInterviewHeld,
        .priorValidationRecognised, .recognitionRevoked, .pathwayChanged, .candidacyWithdrawn,
        .candidacyTransferred, .candidacyReopened,
      ]),
    Group(
      title: Text("La VAE", "VAE (validation of experience)"),
      types: [.dossierSubmitted, .admissibilityDecided]),
    Group(
      title: Text("La formation et les évaluations", "Training and assessment"),
      types: [.positioningTestTaken, .trainingStarted, .trainingCompleted, .competencyAssessed]),
    Group(
      title: Text("Le jury", "The jury"),
      types: [
        .juryConvened, .juryMemberAdded, .juryMemberReplaced, .candidateSummoned,
        .summonsWithdrawn, .juryRescheduled, .juryCancelled, .juryHeld, .juryMemberRecused,
        .candidateAbsent,
      ]),
    Group(
      title: Text("La décision", "The decision"),
      types: [
        .blockValidated, .blockRefused, .juryRecommended, .juryDeliberated, .resultNotified,
        .decisionAppealed, .appealDecided, .juryDecisionRevoked, .juryAnnulled,
      ]),
    Group(
      title: Text("La délivrance", "The award"),
      types: [
        .certificationAwarded, .certificateIssued, .partialCertificateIssued,
        .certificateReissued, .certificateDuplicated, .certificationRevoked,
      ]),
    Group(
      title: Text("La déclaration et les suites", "The declaration, and afterwards"),
      types: [
        .awardDeclared, .declarationAnswered, .insertionSurveyAnswered, .completionWindowExtended,
      ]),
    Group(
      title: Text("Le référentiel et le certificateur", "The framework and the certifier"),
      types: [
        .certificationRegistered, .certifierDescribed, .registrationRenewed,
        .registrationSuspended, .registrationReinstated, .certificationWithdrawn,
        .certificationSuperseded, .completionWindowPolicyChanged, .blockValidityPolicyChanged,
        .juryPolicyChanged,
      ]),
    Group(
      title: Text("Les réparations", "Putting mistakes right"),
      types: [
        .eventAnnulled, .candidateIdentityCorrected, .candidateMerged, .candidateIdentityErased,
        .juryMemberIdentityErased,
      ]),
  ]

  /// Each type with its title, group by group.
  static func lines(in language: Language, width: Int) -> [String] {
    let column = groups.flatMap(\.types).map(\.rawValue.count).max() ?? 0
    return groups.flatMap { group in
      var table = HelpTable()
      for type in group.types { table.add(type.rawValue, type.text.text(in: language)) }
      return [group.title.text(in: language)]
        + table.lines(width: width, column: column) + [""]
    }
      + Wrapped.lines(
        Text(
          "`acquis help TYPE` explique un type : ses champs, un exemple, ce qui suit.",
          "`acquis help TYPE` explains a type: its fields, an example, what follows."
        ).text(in: language), width: width)
  }
}
