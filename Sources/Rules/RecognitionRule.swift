package import Events
package import Projections

/// A rule that a recognition in force can break by what becomes of its source; reported at the
/// recognition's position.
package protocol RecognitionRule: Rule {
  /// How the recognition by which a candidacy holds a block breaks the rule, or nil.
  func violation(
    by recognition: BlockRecognition, of candidacy: CandidacyID, in state: JudgingState
  ) -> Violation?
}

extension RuleBook {
  /// The rules that a recognition can break later.
  static let ofRecognitions: [any RecognitionRule] = rules.compactMap { $0 as? any RecognitionRule }
}

extension JudgingState {
  /// What the recognitions by which a candidacy holds blocks on a day break.
  func recognitionFindings(of candidacy: CandidacyID, on day: CalendarDate) -> [Finding] {
    guard let record = record(of: candidacy), !record.recognitions.isEmpty,
      let framework = framework(of: candidacy)
    else { return [] }
    let held = before.heldBlocks(of: candidacy, in: framework, on: day).values
    return held.filter { $0.holder == candidacy }.compactMap(\.recognition).flatMap { recognition in
      RuleBook.ofRecognitions.compactMap { rule in
        rule.violation(by: recognition, of: candidacy, in: self).map { violation in
          let position = recognition.moment.position
          let waived = record.waivers.first { $0.position == position }?.rules ?? []
          return Finding(rule, violation, at: position, isWaived: waived.contains(rule.id))
        }
      }
    }
  }
}
