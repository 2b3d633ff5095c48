internal import AcquisLedger
internal import Events
internal import Rules

/// Findings by cause, as lines to print: what is wrong, who and where, what would satisfy the rule.
enum FindingText {
  /// - Parameters:
  ///   - groups: the more serious first.
  ///   - width: of the terminal in characters; nil: unlimited.
  static func lines(
    _ groups: [FindingGroup], in report: FindingReport, width: Int?, _ language: Language
  ) -> [String] {
    var lines: [String] = []
    for weight in FindingWeight.allCases {
      let ofWeight = groups.filter { $0.findings[0].weight == weight }
      if ofWeight.isEmpty { continue }
      let (causes, entries) = (ofWeight.count, ofWeight.map(\.findings.count).reduce(0, +))
      lines.append(heading(weight, causes, entries).text(in: language))
      for group in ofWeight {
        let texts = group.lines(report.persons(of: group).map(\.text)).map {
          $0.text(in: language)
        }
        lines += wrapped("  " + texts[0], width, indent: 7)
        for text in texts.dropFirst() {
          lines += wrapped("       " + text, width, indent: 9)
        }
      }
    }
    return lines
  }

  private static func heading(_ weight: FindingWeight, _ causes: Int, _ entries: Int) -> Text {
    let counted = Text(
      causes == entries ? "\(causes)" : "\(causes) (\(entries) entrées)",
      causes == entries ? "\(causes)" : "\(causes) (\(entries) entries)")
    return switch weight {
    case .breach: Text("Manquements : \(counted.french)", "Breaches: \(counted.english)")
    case .notice: Text("Pour information : \(counted.french)", "Notices: \(counted.english)")
    }
  }

  /// A line broken between words where it is wider than the terminal; a word is never cut.
  static func wrapped(_ line: String, _ width: Int?, indent: Int) -> [String] {
    guard let width, line.count > width else { return [line] }
    let start = line.prefix { $0 == " " }
    var lines: [String] = []
    var current = String(start)
    var isEmpty = true
    for word in line.split(separator: " ") {
      if !isEmpty, current.count + 1 + word.count > width {
        lines.append(current)
        current = String(repeating: " ", count: indent)
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    return lines + [current]
  }
}
