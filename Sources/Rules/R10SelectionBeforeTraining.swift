internal import Events
internal import Projections

/// R10 — a job seeker is selected before training starts; the enrolment states the candidate's public
/// where the framework selects one.
struct SelectionBeforeTraining: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 10),
    sentence: Text(
      "un demandeur d’emploi est sélectionné avant la formation ; l’inscription indique le public",
      "a job seeker is selected before training; the enrolment states the candidate’s public"),
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
          "l’inscription n’indique pas le public",
          "the enrolment does not state the candidate’s public"),
        remedy: Text(
          "le public : " + publics.map(\.french).joined(separator: " ou "),
          "the public: " + publics.map(\.english).joined(separator: " or ")))
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
          "un entretien favorable avec les organismes demandés",
          "a favourable interview by the required bodies"))
    }
    if missing.isEmpty { return nil }
    return Violation(
      Text(
        "\(candidacy) n’est pas sélectionnée pour la formation ; il manque : "
          + missing.map(\.french).joined(separator: ", "),
        "\(candidacy) is not selected for training; missing: "
          + missing.map(\.english).joined(separator: ", ")),
      remedy: Text(
        "un prérequis (PrerequisiteVerified), puis un test (SelectionTestTaken) et un entretien (SelectionInterviewHeld), avant la formation",
        "a prerequisite (PrerequisiteVerified), then a test (SelectionTestTaken) and an interview (SelectionInterviewHeld), before training"
      )
    )
  }
}
