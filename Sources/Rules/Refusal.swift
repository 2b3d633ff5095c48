public import Events

/// Why an entry is refused.
public struct Refusal: Hashable, Sendable {
  /// The rule broken, or waived without need or right.
  public let rule: RuleID
  /// The text it rests on.
  public let source: Text
  /// What is wrong.
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
        "the waiver of \(id) has no object: the rule is kept"),
      remedy: Text("retirez la dérogation", "leave the waiver out"))
  }

  static func forbiddenWaiver(of id: RuleID) -> Refusal {
    Refusal(
      waiving: id,
      Text("aucune dérogation à \(id) n’est possible", "\(id) cannot be waived"),
      remedy: Text("retirez la dérogation", "leave the waiver out"))
  }
}
