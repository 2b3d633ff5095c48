internal import AcquisLedger
internal import Events
internal import Rules

/// Findings by cause, as lines to print: what is wrong, who and where, what would satisfy the rule.
struct FindingText {
  let report: FindingReport
  let persons: PersonNames
  /// Of the terminal in characters; nil: unlimited.
  let width: Int?
  let language: Language

  /// The most persons named in a group; the others are counted.
  private static let limit = 10

  /// - Parameter groups: the more serious first.
  /// - Throws: the log's failures, and the vault's.
  func lines(_ groups: [FindingGroup]) throws -> [String] {
    var lines: [String] = []
    for weight in FindingWeight.allCases {
      let ofWeight = groups.filter { $0.findings[0].weight == weight }
      if ofWeight.isEmpty { continue }
      let (causes, entries) = (ofWeight.count, ofWeight.map(\.findings.count).reduce(0, +))
      lines.append(Self.heading(weight, causes, entries).text(in: language))
      for group in ofWeight {
        let texts = group.lines(try shown(group)).map { $0.text(in: language) }
        lines += Self.wrapped("  " + texts[0], width, indent: 7)
        for text in texts.dropFirst() {
          lines += Self.wrapped("       " + text, width, indent: 9)
        }
      }
    }
    return lines
  }

  /// A finding on its own: where, what is wrong, who, what would satisfy the rule.
  ///
  /// - Throws: the log's failures, and the vault's.
  func lines(of finding: Finding) throws -> [String] {
    let who = try person(of: finding).map { ", \($0)" } ?? ""
    let waived = finding.isWaived ? Text(" (dérogation)", " (waived)") : Text("", "")
    let (place, message, remedy) = (
      "position \(finding.position), \(finding.rule)", finding.message, finding.remedy
    )
    let line = Text(
      "\(place)\(waived.french)\(who) : \(message.french) ; il faut : \(remedy.french)",
      "\(place)\(waived.english)\(who): \(message.english); needed: \(remedy.english)")
    return Self.wrapped(line.text(in: language), width, indent: 2)
  }

  /// The persons whom a group is about, each once, the newest entry's first.
  private func shown(_ group: FindingGroup) throws -> [String] {
    var met: Set<CandidateID> = []
    var newest: [Finding] = []
    for finding in group.newestFirst {
      guard let id = report.persons[finding.position], met.insert(id).inserted else { continue }
      newest.append(finding)
    }
    var shown = try newest.prefix(Self.limit).compactMap { try person(of: $0) }
    let others = newest.count - shown.count
    if others > 0 {
      let text =
        others == 1
        ? Text("et une autre personne", "and one more person")
        : Text("et \(others) autres personnes", "and \(others) more persons")
      shown.append(text.text(in: language))
    }
    return shown
  }

  /// `Marie Dupont (D1)`, or `P1`; nil for an entry about no person.
  private func person(of finding: Finding) throws -> String? {
    guard let id = report.persons[finding.position] else { return nil }
    guard let candidacy = report.candidacies[finding.position],
      try persons.name(of: id) != nil
    else { return try persons.label(id) }
    return try persons.label(candidacy, of: id)
  }

  private static func heading(_ weight: FindingWeight, _ causes: Int, _ entries: Int) -> Text {
    let counted = Text.count(entries, .entry)
    let shown = Text(
      causes == entries ? "\(causes)" : "\(causes) (\(counted.french))",
      causes == entries ? "\(causes)" : "\(causes) (\(counted.english))")
    let title = title(weight)
    return Text(
      "\(title.french) : \(shown.french)", "\(title.english): \(shown.english)")
  }

  static func title(_ weight: FindingWeight) -> Text {
    switch weight {
    case .breach: Text("Manquements", "Breaches")
    case .notice: Text("Pour information", "Notices")
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
