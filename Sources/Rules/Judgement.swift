internal import Events

/// The verdict of the rules on an entry before it is recorded.
public struct Judgement: Sendable {
  /// Every reason not to record it; empty where it may be recorded.
  public let refusals: [Refusal]
  /// The violations that do not prevent recording: waived, or only reported.
  public let findings: [Finding]

  /// Judges an entry, its waivers included: one that is not needed or not allowed is a refusal.
  public init(on entry: Entry, in state: JudgingState) {
    let type = entry.event.fact.type
    let waived = Set(entry.event.waives?.elements ?? [])
    var refusals: [Refusal] = []
    var findings: [Finding] = []
    var broken: Set<RuleID> = []
    for (rule, violation) in RuleBook.violations(of: entry, in: state) {
      let severity = rule.severity(on: type)
      if severity == .finds || (severity == .refuses(waivable: true) && waived.contains(rule.id)) {
        findings.append(Finding(rule, violation, entry))
      } else {
        refusals.append(Refusal(rule, violation))
      }
      if severity != .finds { broken.insert(rule.id) }
    }
    for id in waived.sorted() {
      let rule = RuleBook.rule(id) as? any EventRule
      if rule?.severity(on: type) != .refuses(waivable: true) {
        refusals.append(.forbiddenWaiver(of: id))
      } else if !broken.contains(id) {
        refusals.append(.needlessWaiver(of: id))
      }
    }
    self.refusals = refusals
    self.findings = findings
  }
}
