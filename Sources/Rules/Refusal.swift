public import Events

/// Why an entry is refused.
public struct Refusal: Hashable, Sendable {
  /// The rule broken, or waived where no waiver is needed or allowed.
  public let rule: RuleID
  /// The source of the rule.
  public let source: Text
  /// What is wrong, with ids, codes, numbers and days only.
  public let message: Text
  /// What would satisfy it.
  public let remedy: Text

  init(_ rule: any Rule, _ violation: Violation) {
    self.rule = rule.id
    source = rule.source
    message = violation.message
    remedy = violation.remedy
  }

  private init(waiving id: RuleID, _ message: Text, remedy: Text) {
    rule = id
    source = RuleBook.rule(id)?.source ?? Text("—", "—")
    self.message = message
    self.remedy = remedy
  }

  static func needlessWaiver(of id: RuleID) -> Refusal {
    Refusal(
      waiving: id,
      Text(
        "la dérogation à \(id) est sans objet : la règle est respectée",
        "the waiver of \(id) is not needed: the rule is kept"),
      remedy: Text("l’entrée sans cette dérogation", "the entry without this waiver"))
  }

  static func forbiddenWaiver(of id: RuleID) -> Refusal {
    Refusal(
      waiving: id,
      Text(
        "aucune dérogation à \(id) n’est possible pour ce type d’entrée",
        "\(id) cannot be waived for this type of event"),
      remedy: Text("l’entrée sans cette dérogation", "the entry without this waiver"))
  }
}
