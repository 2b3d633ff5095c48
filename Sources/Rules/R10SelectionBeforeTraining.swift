internal import Events
internal import Projections

/// R10 — a job seeker is selected before training starts; the enrolment states the candidate's public where that counts.
struct SelectionBeforeTraining: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 10),
    sentence: Text(
      "un demandeur d’emploi est sélectionné avant la formation ; le public est précisé à l’inscription",
      "a job seeker is selected before training; the public is told on enrolment"),
    source: Text(
      "3474, prérequis et sélection", "3474, prerequisites and selection"))
  let judges: Set<EventType> = [.candidateEnrolled, .trainingStarted]
  let reads: Set<Scope> = [.certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .candidateEnrolled(let data) = entry.event.fact {
      guard data.audience == nil, data.pathway == .continuingTraining,
        state.timeless.frameworks[data.certification]?.registration.selection != nil
      else { return nil }
      return Violation(
        Text("le public n’est pas précisé", "the public is not told"),
        remedy: Text("public=employee ou public=jobSeeker", "public=employee or public=jobSeeker"))
    }
    guard let candidacy = entry.event.fact.candidacy,
      let enrolment = state.enrolment(of: candidacy), enrolment.completes == nil,
      let framework = state.framework(of: candidacy)?.registration,
      let selection = framework.selection, enrolment.audience == selection.audience
    else { return nil }
    return unselected(
      candidacy, framework, selection,
      state.record(of: candidacy)?.selection ?? SelectionRecord())
  }

  /// What of the selection is not done: the test and the interview come after a prerequisite.
  private func unselected(
    _ candidacy: CandidacyID, _ framework: CertificationRegistered, _ selection: Selection,
    _ record: SelectionRecord
  ) -> Violation? {
    let asked = (framework.prerequisites?.elements ?? []).filter {
      ($0.audience ?? selection.audience) == selection.audience && $0.advised != true
    }.map(\.code)
    let verified = record.prerequisites.filter { asked.contains($0.value) }.map(\.moment).min()
    var missing: [Text] = []
    if verified == nil, !asked.isEmpty {
      missing.append(Text("un prérequis vérifié", "a prerequisite verified"))
    }
    let isTested = record.testsPassed.contains { moment in verified.map { $0 < moment } ?? true }
    if selection.test && !isTested {
      missing.append(Text("un test d’entrée réussi", "an entry test passed"))
    }
    let isInterviewed = record.interviews.contains { interview in
      Set(selection.interviewers.elements).isSubset(of: interview.value)
        && (verified.map { $0 < interview.moment } ?? true)
    }
    if !isInterviewed {
      missing.append(
        Text("un entretien favorable des deux organismes", "a favourable interview by both bodies")
      )
    }
    if missing.isEmpty { return nil }
    return Violation(
      Text(
        "\(candidacy) n’est pas sélectionnée ; il manque "
          + missing.map(\.french).joined(separator: ", "),
        "\(candidacy) is not selected; missing: "
          + missing.map(\.english).joined(separator: ", ")),
      remedy: Text(
        "PrerequisiteVerified, puis SelectionTestTaken et SelectionInterviewHeld, avant la formation",
        "PrerequisiteVerified, then SelectionTestTaken and SelectionInterviewHeld, before training")
    )
  }
}
