internal import Events
internal import Projections

/// R21 — an award made from 2021-07-01 on, whose declaration is not accepted by the Caisse des Dépôts
/// within three months, is reported.
struct DeclaredInTime: StandingRule {
  let statement = RuleStatement(
    id: RuleID(number: 21),
    sentence: Text(
      "une délivrance faite depuis le 1er juillet 2021 est déclarée à la Caisse des Dépôts, et la déclaration acceptée, dans les trois mois",
      "an award made from 2021-07-01 on is declared to the Caisse des Dépôts, and the declaration accepted, within three months"
    ),
    source: Text(
      "Code du travail, R6113-17-2", "Code du travail, R6113-17-2"))

  func violation(
    byAwardOf candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate
  ) -> Violation? {
    guard state.before.deceased(candidacy) == nil,
      let declaration = state.before.declaration(of: candidacy, on: day), declaration.isLate,
      let due = declaration.due
    else { return nil }
    return Violation(
      Text(
        "les données de \(candidacy) devaient être transmises à la Caisse des Dépôts, et acceptées, au plus tard le \(due.text.french)",
        "the declaration of the award of \(candidacy) was due to be accepted by the Caisse des Dépôts by \(due)"
      ),
      remedy: Text(
        "une déclaration déposée et acceptée (AwardDeclared, DeclarationAnswered)",
        "a declaration deposited and accepted (AwardDeclared, DeclarationAnswered)"))
  }
}
