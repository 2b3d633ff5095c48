public import Events

/// The findings of one cause: a rule broken in the same way by several entries.
public struct FindingGroup: Hashable, Sendable {
  /// In order; never empty.
  public let findings: [Finding]

  /// Groups findings by cause: the same rule, weight and remedy, waived or not, and the same message
  /// but for the id of the entry's own candidacy.
  ///
  /// - Parameters:
  ///   - candidacies: the candidacy of each entry that has one.
  /// - Returns: in the order of each group's first finding.
  public static func groups(
    of findings: [Finding], _ candidacies: [Position: CandidacyID] = [:]
  ) -> [FindingGroup] {
    var order: [Cause] = []
    var byCause: [Cause: [Finding]] = [:]
    for finding in findings {
      let cause = Cause(finding, candidacies[finding.position])
      if byCause[cause] == nil { order.append(cause) }
      byCause[cause, default: []].append(finding)
    }
    return order.compactMap { cause in byCause[cause].map { FindingGroup(findings: $0) } }
  }

  private struct Cause: Hashable {
    let rule: RuleID
    let isWaived: Bool
    let remedy: String
    let words: [Substring]

    init(_ finding: Finding, _ candidacy: CandidacyID?) {
      rule = finding.rule
      isWaived = finding.isWaived
      remedy = finding.remedy.english
      words = finding.message.english.split(separator: " ").map { word in
        guard let id = candidacy?.text, word.hasPrefix(id) else { return word }
        let rest = word.dropFirst(id.count)
        return rest.allSatisfy { ",;:)".contains($0) } ? "*" : word
      }
    }
  }
}
