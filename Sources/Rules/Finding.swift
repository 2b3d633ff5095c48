public import Events
internal import Projections

/// A rule that a recorded entry breaks.
public struct Finding: Hashable, Sendable {
  /// The entry.
  public let position: Position
  /// The rule.
  public let rule: RuleID
  /// What is wrong.
  public let message: Text
  /// Whether the entry itself sets the rule aside.
  public let isWaived: Bool

  init(_ rule: any Rule, _ breach: Breach, _ entry: Entry) {
    let waived = entry.event.waives?.elements.contains(rule.id) ?? false
    self.init(rule, breach, at: entry.position, isWaived: waived)
  }

  init(_ rule: any Rule, _ breach: Breach, at position: Position, isWaived: Bool) {
    self.position = position
    self.rule = rule.id
    message = breach.message
    self.isWaived = isWaived
  }
}

extension History {
  /// The rules an entry breaks at its place, waived or not.
  public func findings(of entry: Entry) -> [Finding] {
    RuleBook.breaches(of: entry, in: self).map { Finding($0.rule, $0.breach, entry) }
  }

  /// What time alone has broken by a day: awards with a block no longer held (R08), awards not
  /// accepted in time (R21). Asked once every event up to that day is applied.
  ///
  /// - Parameter candidacies: those to look at; nil: all.
  public func findings(
    on day: CalendarDate, of candidacies: Set<CandidacyID>? = nil
  ) -> [Finding] {
    var findings: [Finding] = []
    let rules: [any LastingRule] = [EveryBlockHeld(), DeclaredInTime()]
    for id in candidacies ?? Set(ledger.candidacies) {
      guard enrolment(of: id) != nil, let record = facts(of: id), let award = record.award,
        record.awardRevoked == nil
      else { continue }
      for rule in rules {
        guard let breach = rule.breach(byAwardOf: id, in: self, on: day) else { continue }
        let waived = record.waivers.first { $0.position == award.position }?.rules ?? []
        findings.append(
          Finding(rule, breach, at: award.position, isWaived: waived.contains(rule.id)))
      }
    }
    return findings
  }
}

/// A rule that an award may come to break by time alone.
protocol LastingRule: Rule {
  /// What the standing award of a candidacy breaks on a day, or nil.
  func breach(byAwardOf candidacy: CandidacyID, in history: History, on day: CalendarDate)
    -> Breach?
}
