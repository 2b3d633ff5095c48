internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules

/// What an import did, or would do: printed for people, or as JSON.
struct ImportAnswer {
  let receipt: AppendReceipt
  let subjects: RecordedSubjects
  let findings: [Finding]
  let repeated: [RepeatedRegistration]
  let leftOut: [LeftOutText]
  let isDryRun: Bool

  /// - Parameter log: with the entries.
  func print(in log: any EventLog, at file: String, _ invocation: Invocation) throws {
    let output = invocation.output
    if invocation.has("json") { return try answer(output) }
    try output.line(line.at(file))
    if isDryRun { try output.line(Text("rien n’a été enregistré", "nothing was recorded")) }
    for text in leftOut { try output.line(text.lineText) }
    for one in repeated { output.note(one.text) }
    if !repeated.isEmpty { output.note(RepeatedRegistration.remedyAfterwards) }
    if findings.count > Self.mostTold {
      for line in counts { if isDryRun { try output.line(line) } else { output.note(line) } }
      return
    }
    let known = try log.head().last
    let report = try FindingReport(findings, known: known, in: log)
    // Persons by their ids: of a trial, the vault has no keys.
    let question = Question(log: log, on: Ledger.today, known: known)
    let text = FindingText(
      report: report,
      persons: try PersonNames(PersonalTexts(of: question, opening: nil)),
      width: isDryRun ? output.terminalWidth : nil, language: output.language)
    for line in try text.lines(report.groups) {
      if isDryRun { try output.line(line) } else { output.note(Text(verbatim: line)) }
    }
  }

  /// The most findings that are told by cause: more are counted by rule, as they may be a million.
  private static let mostTold = 20_000

  /// How many findings each rule has, and what shows them.
  private var counts: [Text] {
    var counts: [RuleID: Int] = [:]
    for finding in findings { counts[finding.rule, default: 0] += 1 }
    return counts.sorted { $0.key < $1.key }.map { rule, count in
      let counted = Text.count(count, .finding)
      return Text("  \(rule) : \(counted.french)", "  \(rule): \(counted.english)")
    } + [Text("`acquis findings` les dit par cause", "`acquis findings` shows them by cause")]
  }

  /// Prints the JSON finding by finding: they may be very many.
  private func answer(_ output: Output) throws {
    let result =
      isDryRun
      ? [
        JSONMember("allowed", true), JSONMember("new", .integer(receipt.appended)),
        JSONMember("known", .integer(receipt.positions.count - receipt.appended)),
      ]
      : [
        JSONMember("first", .integer(Int(receipt.positions.min()?.number ?? 0))),
        JSONMember("last", .integer(Int(receipt.positions.max()?.number ?? 0))),
      ]
    let told = repeated.isEmpty ? [] : [JSONMember("knownAlready", .list(repeated.map(\.json)))]
    try output.answer(result, "findings", findings.lazy.map(\.json), leftOut.members + told)
  }

  /// How many entries, about how many persons and candidacies, and where they are.
  private var line: Text {
    var parts = [isDryRun ? trialText : receipt.text]
    if receipt.appended > 0 {
      let (persons, candidacies) = (
        Text.count(subjects.persons, .person), Text.count(subjects.candidacies, .candidacy)
      )
      parts.append([persons, candidacies].joined(separator: ", "))
    }
    return parts.joined(separator: " ; ", "; ")
  }

  private var trialText: Text {
    let old = receipt.positions.count - receipt.appended
    let new = Text.count(
      receipt.appended, Text("entrée serait ajoutée", "event would be added"),
      Text("entrées seraient ajoutées", "events would be added"),
      none: Text("aucune entrée ne serait ajoutée", "0 events would be added"))
    return old == 0
      ? new
      : Text("\(new.french), \(old) déjà là", "\(new.english), \(old) already there")
  }
}
