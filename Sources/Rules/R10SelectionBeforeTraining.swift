internal import Events
internal import Projections

/// R10 — where the framework selects candidates, a job seeker is selected before training starts, and
/// the enrolment states the candidate's public.
struct SelectionBeforeTraining: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 10),
    sentence: Text(
      "lorsque le référentiel prévoit une sélection, un demandeur d’emploi a, avant la formation, un prérequis vérifié, un test d’entrée réussi et un entretien favorable ; l’inscription indique si le candidat est salarié ou demandeur d’emploi",
      "where the framework selects candidates, a job seeker has, before training, a verified prerequisite, a passed entry test and a favourable interview; the enrolment states whether the candidate is an employee or a job seeker"
    ),
    source: Text(
      "3474, prérequis et sélection", "3474, prerequisites and selection"))
  let judges: Set<EventType> = [.candidateEnrolled, .trainingStarted]
  let reads: Set<Scope> = [.certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .candidateEnrolled(let data) = entry.event.fact {
      guard data.audience == nil, data.pathway == .continuingTraining,
        state.timeless.frameworks[data.certification]?.registration.selection != nil
      else { return nil }
      let publics = Audience.allCases.map { $0.text.stated(by: "public", $0) }
      return Violation(
        Text(
          "l’inscription n’indique pas si le candidat est salarié ou demandeur d’emploi",
          "the enrolment does not state whether the candidate is an employee or a job seeker"),
        remedy: Text(
          publics.map(\.french).joined(separator: " ou "),
          publics.map(\.english).joined(separator: " or ")))
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

  /// The violation that names the steps not done; the test and the interview come after a prerequisite.
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
      missing.append(Text("un prérequis vérifié", "a verified prerequisite"))
    }
    let isTested = record.testsPassed.contains { moment in verified.map { $0 < moment } ?? true }
    if selection.test && !isTested {
      missing.append(Text("un test d’entrée réussi", "a passed entry test"))
    }
    let isInterviewed = record.interviews.contains { interview in
      Set(selection.interviewers.elements).isSubset(of: interview.value)
        && (verified.map { $0 < interview.moment } ?? true)
    }
    if !isInterviewed {
      missing.append(
        Text(
          "un entretien favorable avec les organismes exigés",
          "a favourable interview by the required bodies"))
    }
    if missing.isEmpty { return nil }
    return Violation(
      Text(
        "le candidat de \(candidacy) n’est pas sélectionné pour la formation ; il manque : "
          + missing.map(\.french).joined(separator: ", "),
        "the candidate of \(candidacy) is not selected for training; missing: "
          + missing.map(\.english).joined(separator: ", ")),
      remedy: Text(
        "un prérequis (PrerequisiteVerified), puis un test (SelectionTestTaken) et un entretien (SelectionInterviewHeld), avant la formation",
        "a prerequisite (PrerequisiteVerified), then a test (SelectionTestTaken) and an interview (SelectionInterviewHeld), before training"
      )
    )
  }
}
