internal import Events
internal import Projections

/// R21 — an award not accepted by the Caisse des Dépôts within three months is told.
struct DeclaredInTime: Rule {
  let id = RuleID(known: 21)
  let sentence = Text(
    "une délivrance est acceptée par la Caisse des Dépôts dans les trois mois",
    "an award is accepted by the Caisse des Dépôts within three months")
  let source = Text(
    "Code du travail, R6113-17-2", "Code du travail, R6113-17-2")
  let judges: Set<EventType> = []

  func force(on type: EventType) -> Force { .finds }

  /// Time breaks it, no entry does.
  func breach(by entry: Entry, in history: History) -> Breach? { nil }
}

extension DeclaredInTime: LastingRule {
  func breach(
    byAwardOf candidacy: CandidacyID, in history: History, on day: CalendarDate
  ) -> Breach? {
    guard let declaration = history.ledger.declaration(of: candidacy, on: day),
      declaration.lastDay < day
    else { return nil }
    if declaration.status == .accepted, declaration.since <= declaration.lastDay { return nil }
    return Breach(
      Text(
        "la délivrance à \(candidacy) devait être acceptée au plus tard le \(declaration.lastDay)",
        "the award of \(candidacy) was to be accepted by \(declaration.lastDay)"),
      remedy: Text(
        "un dépôt accepté (AwardDeclared, DeclarationAnswered)",
        "a flow accepted (AwardDeclared, DeclarationAnswered)"))
  }
}
