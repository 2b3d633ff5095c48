extension Fact {
  /// Checks what is submitted for values that contradict each other: each is well-formed, and no
  /// fact has them together. The log may hold such events: they were not always refused.
  ///
  /// - Parameter day: the day of the event.
  /// - Throws: ``ReadingFailure`` with the field.
  public func checkContradictions(on day: CalendarDate) throws(ReadingFailure) {
    switch self {
    case .registrationRenewed(let data):
      if data.expiresOn < day { throw ReadingFailure(.beforeItsDay, path: ["data", "expiresOn"]) }
    case .certificationSuperseded(let data):
      if data.by == data.certification {
        throw ReadingFailure(.contradicts(field: "certification"), path: ["data", "by"])
      }
    case .completionWindowPolicyChanged(let data): try data.years?.checkPolicy()
    case .blockValidityPolicyChanged(let data): try data.years?.checkPolicy()
    case .juryPolicyChanged(let data):
      // A jury may have several members of the role `other`.
      try data.roles.elements.filter { $0 != .other }.checkDistinct("roles")
    case .candidateEnrolled(let data): try data.targets?.elements.checkDistinct("targets")
    case .selectionInterviewHeld(let data):
      try data.interviewers.elements.checkDistinct("interviewers")
    case .admissibilityDecided(let data):
      if let last = data.validUntil, last < day {
        throw ReadingFailure(.beforeItsDay, path: ["data", "validUntil"])
      }
    case .competencyAssessed(let data):
      try data.results.elements.map(\.competency).checkDistinct("results")
    case .partialCertificateIssued(let data): try data.blocks.elements.checkDistinct("blocks")
    case .certificationRevoked(let data): try data.blocks?.elements.checkDistinct("blocks")
    case .insertionSurveyAnswered(let data):
      if data.inTargetOccupation, !data.employed {
        throw ReadingFailure(.contradicts(field: "employed"), path: ["data", "inTargetOccupation"])
      }
    case .juryConvened(let data):
      // A member in two roles is found by R03.
      try data.members?.elements.map { [$0.member.text, $0.role.rawValue] }.checkDistinct("members")
    case .juryHeld(let data): try data.present?.elements.checkDistinct("present")
    case .blockValidated(let data): try data.without?.elements.checkDistinct("without")
    case .blockRefused(let data): try data.without?.elements.checkDistinct("without")
    case .certificationRegistered, .certificationWithdrawn, .registrationSuspended,
      .registrationReinstated, .certifierDescribed, .candidateRegistered,
      .candidateIdentityCorrected, .candidateMerged, .candidateIdentityErased, .candidateDeceased,
      .juryMemberIdentityErased, .prerequisiteVerified, .selectionTestTaken, .positioningTestTaken,
      .dossierSubmitted, .trainingStarted, .trainingCompleted, .candidacyWithdrawn,
      .candidacyTransferred, .candidacyReopened, .pathwayChanged, .completionWindowExtended,
      .priorValidationRecognised, .recognitionRevoked, .certificationAwarded, .certificateIssued,
      .certificateReissued, .certificateDuplicated, .awardDeclared, .declarationAnswered,
      .juryRescheduled, .juryCancelled, .juryAnnulled, .juryMemberAdded, .juryMemberReplaced,
      .juryMemberRecused, .candidateSummoned, .summonsWithdrawn, .candidateAbsent, .resultNotified,
      .juryRecommended, .juryDeliberated, .juryDecisionRevoked, .decisionAppealed, .appealDecided,
      .eventAnnulled:
      return
    }
  }
}

extension Count {
  /// - Throws: ``InvalidValue/years`` for a number of years that no policy grants.
  fileprivate func checkPolicy() throws(ReadingFailure) {
    guard 1...99 ~= value else { throw ReadingFailure(.invalid(.years), path: ["data", "years"]) }
  }
}

extension Array where Element: Hashable {
  /// - Throws: ``ReadingFailure/Problem/repeated`` with the field of the list.
  fileprivate func checkDistinct(_ field: String) throws(ReadingFailure) {
    guard Set(self).count == count else {
      throw ReadingFailure(.repeated, path: ["data", field])
    }
  }
}
