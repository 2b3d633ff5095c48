internal import Events
internal import Projections

/// R21 — an award not accepted by the Caisse des Dépôts within three months is reported.
struct DeclaredInTime: StandingRule {
  let statement = RuleStatement(
    id: RuleID(number: 21),
    sentence: Text(
      "une délivrance est acceptée par la Caisse des Dépôts dans les trois mois",
      "an award is accepted by the Caisse des Dépôts within three months"),
    source: Text(
      "Code du travail, R6113-17-2", "Code du travail, R6113-17-2"))

  func violation(
    byAwardOf candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate
  ) -> Violation? {
    guard let declaration = state.before.declaration(of: candidacy, on: day),
      declaration.lastDay < day
    else { return nil }
    if declaration.status == .accepted, declaration.since <= declaration.lastDay { return nil }
    return Violation(
      Text(
        "la délivrance de \(candidacy) devait être acceptée par la Caisse des Dépôts au plus tard le \(declaration.lastDay)",
        "the award of \(candidacy) was due to be accepted by the Caisse des Dépôts by \(declaration.lastDay)"
      ),
      remedy: Text(
        "un dépôt accepté (AwardDeclared, DeclarationAnswered)",
        "an accepted deposit (AwardDeclared, DeclarationAnswered)"))
  }
}
