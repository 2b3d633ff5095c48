internal import Events
internal import Projections

/// R10 — where the framework selects candidates, a job seeker is selected before training starts, and
/// the candidate's public is stated.
struct SelectionBeforeTraining: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 10),
    sentence: Text(
      "lorsque le référentiel prévoit une sélection, un demandeur d’emploi a, avant la formation, un prérequis vérifié, un test d’entrée réussi et un entretien favorable, dans n’importe quel ordre ; l’inscription en formation continue, ou le passage à cette voie, indique si le candidat est salarié ou demandeur d’emploi",
      "where the framework selects candidates, a job seeker has, before training, a verified prerequisite, a passed entry test and a favourable interview, in any order; an enrolment by continuing training, or a change to it, states whether the candidate is an employee or a job seeker"
    ),
    source: Text(
      "3474, prérequis et sélection", "3474, prerequisites and selection"))
  let judges: Set<EventType> = [.candidateEnrolled, .pathwayChanged, .trainingStarted]
  let reads: Set<Scope> = [.certification]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    if case .candidateEnrolled(let data) = entry.event.fact {
      return withoutPublic(
        data.certification, data.pathway, data.audience, state,
        Text(
          "l’inscription n’indique pas si le candidat est salarié ou demandeur d’emploi",
          "the enrolment does not state whether the candidate is an employee or a job seeker"))
    }
    if case .pathwayChanged(let data) = entry.event.fact {
      guard let certification = state.enrolment(of: data.candidacy)?.certification else {
        return nil
      }
      return withoutPublic(
        certification, data.pathway, data.audience, state,
        Text(
          "le changement de voie n’indique pas si le candidat est salarié ou demandeur d’emploi",
          "the change of pathway does not state whether the candidate is an employee or a job seeker"
        ))
    }
    guard let candidacy = entry.event.fact.candidacy,
      let enrolment = state.enrolment(of: candidacy), enrolment.completes == nil,
      let framework = state.framework(of: candidacy)?.registration,
      let selection = framework.selection, state.audience(of: candidacy) == selection.audience
    else { return nil }
    return unselected(
      candidacy, framework, selection, state.selections.selection(of: candidacy), on: entry.day)
  }

  private func withoutPublic(
    _ certification: CertificationCode, _ pathway: Pathway, _ audience: Audience?,
    _ state: JudgingState, _ message: Text
  ) -> Violation? {
    guard audience == nil, pathway == .continuingTraining,
      state.timeless.frameworks[certification]?.registration.selection != nil
    else { return nil }
    let publics = Audience.allCases.map { $0.text.stated(by: "public", $0) }
    return Violation(
      message,
      remedy: Text(
        publics.map(\.french).joined(separator: " ou "),
        publics.map(\.english).joined(separator: " or ")))
  }

  /// The violation that names the steps not done by the day training starts, and the day of each that
  /// is done later.
  private func unselected(
    _ candidacy: CandidacyID, _ framework: CertificationRegistered, _ selection: Selection,
    _ record: SelectionRecord, on day: CalendarDate
  ) -> Violation? {
    let asked = (framework.prerequisites?.elements ?? []).filter {
      ($0.audience ?? selection.audience) == selection.audience && $0.advised != true
    }.map(\.code)
    var missing: [Text] = []
    /// Lists a step unless one of its facts occurred by that day.
    func ask(_ step: Text, _ facts: [Moment]) {
      guard let first = facts.min()?.day else { return missing.append(step) }
      if first <= day { return }
      missing.append(
        Text(
          "\(step.french) (celui du \(first.text.french) vient trop tard)",
          "\(step.english) (that of \(first) is too late)"))
    }
    if !asked.isEmpty {
      ask(
        Text("un prérequis vérifié", "a verified prerequisite"),
        record.prerequisites.filter { asked.contains($0.value) }.map(\.moment))
    }
    if selection.test {
      ask(Text("un test d’entrée réussi", "a passed entry test"), record.testsPassed)
    }
    let bodies = Set(selection.interviewers.elements)
    ask(
      Text(
        "un entretien favorable avec les organismes exigés",
        "a favourable interview by the required bodies"),
      record.interviews.filter { bodies.isSubset(of: $0.value) }.map(\.moment))
    if missing.isEmpty { return nil }
    return Violation(
      Text(
        "le candidat de \(candidacy) n’est pas sélectionné le \(day.text.french) pour la formation ; il manque : "
          + missing.map(\.french).joined(separator: ", "),
        "the candidate of \(candidacy) is not selected for training on \(day); missing: "
          + missing.map(\.english).joined(separator: ", ")),
      remedy: Text(
        "un prérequis (PrerequisiteVerified), un test (SelectionTestTaken) et un entretien (SelectionInterviewHeld), au plus tard le jour où la formation commence",
        "a prerequisite (PrerequisiteVerified), a test (SelectionTestTaken) and an interview (SelectionInterviewHeld), no later than the day training starts"
      )
    )
  }
}
