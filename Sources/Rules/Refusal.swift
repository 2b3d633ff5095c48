public import Events

/// Why an entry is refused.
public struct Refusal: Hashable, Sendable {
  /// The rule broken, or waived without need or right.
  public let rule: RuleID
  /// The text it rests on.
  public let source: Words
  /// What is wrong.
  public let message: Words
  /// What would satisfy it.
  public let remedy: Words

  init(_ rule: any Rule, _ violation: Violation) {
    self.rule = rule.id
    source = rule.source
    message = violation.message
    remedy = violation.remedy
  }

  private init(waiving id: RuleID, _ message: Words, remedy: Words) {
    rule = id
    source = RuleBook.rule(id)?.source ?? Words("—", "—")
    self.message = message
    self.remedy = remedy
  }

  static func needlessWaiver(of id: RuleID) -> Refusal {
    Refusal(
      waiving: id,
      Words(
        "la dérogation à \(id) est sans objet : la règle est respectée",
        "the waiver of \(id) has no object: the rule is kept"),
      remedy: Words("retirez la dérogation", "leave the waiver out"))
  }

  static func forbiddenWaiver(of id: RuleID) -> Refusal {
    Refusal(
      waiving: id,
      Words("aucune dérogation à \(id) n’est possible", "\(id) cannot be waived"),
      remedy: Words("retirez la dérogation", "leave the waiver out"))
  }
}
