public import Events
internal import Projections

/// A rule that a recorded entry breaks.
public struct Finding: Hashable, Sendable {
  /// The entry that breaks it.
  public let position: Position
  public let rule: RuleID
  /// What is wrong, with ids, codes, numbers and days only.
  public let message: Text
  /// What would satisfy the rule.
  public let remedy: Text
  /// How serious it is: that of the rule.
  public let weight: FindingWeight
  /// Whether the entry waives the rule.
  public let isWaived: Bool

  init(_ rule: any Rule, _ violation: Violation, _ entry: Entry) {
    let waived = entry.event.waives?.elements.contains(rule.id) ?? false
    self.init(rule, violation, at: entry.position, isWaived: waived)
  }

  init(_ rule: any Rule, _ violation: Violation, at position: Position, isWaived: Bool) {
    self.position = position
    self.rule = rule.id
    message = violation.message
    remedy = violation.remedy
    weight = rule.weight
    self.isWaived = isWaived
  }
}

extension JudgingState {
  /// The rules an entry breaks, waived or not; in order of number.
  public func findings(of entry: Entry) -> [Finding] {
    RuleBook.violations(of: entry, in: self).map { Finding($0.rule, $0.violation, entry) }
  }

  /// The awards and other entries that break a rule on a day by time alone, such as an award with a
  /// block no longer held (R08) or not accepted in time (R21). Call it once every event up to that day
  /// is applied.
  ///
  /// - Parameter candidacies: the candidacies to judge; nil: all.
  public func findings(
    on day: CalendarDate, of candidacies: Set<CandidacyID>? = nil
  ) -> [Finding] {
    var findings: [Finding] = []
    for id in candidacies ?? Set(before.candidacies) {
      guard enrolment(of: id) != nil, let record = record(of: id) else { continue }
      func report(_ rule: any Rule, _ violation: Violation, at position: Position) {
        let waived = record.waivers.first { $0.position == position }?.rules ?? []
        findings.append(
          Finding(rule, violation, at: position, isWaived: waived.contains(rule.id)))
      }
      if let award = record.award, record.awardRevoked == nil {
        for rule in RuleBook.standing {
          guard let violation = rule.violation(byAwardOf: id, in: self, on: day) else { continue }
          report(rule, violation, at: award.position)
        }
      }
      for rule in RuleBook.lasting {
        for (position, violation) in rule.violations(in: id, self, on: day) {
          report(rule, violation, at: position)
        }
      }
    }
    return findings
  }
}
