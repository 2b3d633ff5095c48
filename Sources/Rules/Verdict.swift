public import Events

/// What the rules say of an entry before it is recorded.
public struct Verdict: Sendable {
  /// Why it may not be recorded, every reason; empty where it may.
  public let refusals: [Refusal]
  /// What it breaks and may be recorded all the same: waived, or only told.
  public let findings: [Finding]

  /// Judges an entry.
  public init(on entry: Entry, in history: History) {
    let waived = Set(entry.event.waives?.elements ?? [])
    var refusals: [Refusal] = []
    var findings: [Finding] = []
    var broken: Set<RuleID> = []
    for (rule, breach) in RuleBook.breaches(of: entry, in: history) {
      let force = rule.force(on: entry.event.fact.type)
      if force == .finds || (force == .refuses(waivable: true) && waived.contains(rule.id)) {
        findings.append(Finding(rule, breach, entry))
      } else {
        refusals.append(Refusal(rule, breach))
      }
      if force != .finds { broken.insert(rule.id) }
    }
    for id in waived.sorted() {
      if RuleBook.rule(id)?.force(on: entry.event.fact.type) != .refuses(waivable: true) {
        refusals.append(.forbiddenWaiver(of: id))
      } else if !broken.contains(id) {
        refusals.append(.needlessWaiver(of: id))
      }
    }
    self.refusals = refusals
    self.findings = findings
  }
}

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

  init(_ rule: any Rule, _ breach: Breach) {
    self.rule = rule.id
    source = rule.source
    message = breach.message
    remedy = breach.remedy
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
