internal import Events
internal import Projections

/// R21 — an award whose declaration is not accepted by the Caisse des Dépôts within three months is reported.
struct DeclaredInTime: StandingRule {
  let statement = RuleStatement(
    id: RuleID(number: 21),
    sentence: Text(
      "une délivrance est déclarée à la Caisse des Dépôts, et la déclaration acceptée, dans les trois mois",
      "an award is declared to the Caisse des Dépôts, and the declaration accepted, within three months"
    ),
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
        "la déclaration de la délivrance de \(candidacy) devait être acceptée par la Caisse des Dépôts au plus tard le \(declaration.lastDay)",
        "the declaration of the award of \(candidacy) was due to be accepted by the Caisse des Dépôts by \(declaration.lastDay)"
      ),
      remedy: Text(
        "une déclaration déposée et acceptée (AwardDeclared, DeclarationAnswered)",
        "a declaration deposited and accepted (AwardDeclared, DeclarationAnswered)"))
  }
}
