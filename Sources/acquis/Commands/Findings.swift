internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules

extension Command {
  /// The first and the last rule.
  private static var ruleNumbers: Text {
    let ends = [RuleBook.ids.first, RuleBook.ids.last].compactMap { $0?.description }
    return Text(ends.joined(separator: " à "), ends.joined(separator: " to "))
  }

  /// `findings [--rule R] [--each] [--on D]`
  static let findings = Command(
    name: "findings",
    summary: Text(
      "contrôle les règles sur tout l’historique et dit par cause ce qui les enfreint, dérogations comprises",
      "checks the rules over the whole history and reports by cause what breaks them, waived or not"
    ),
    options: [
      Option(
        name: "rule", value: "R",
        help: Text(
          "cette règle seule, \(ruleNumbers.french)", "this rule alone, \(ruleNumbers.english)")),
      Option(
        name: "each",
        help: Text(
          "une ligne par entrée, sans regrouper par cause", "a line for each entry, not by cause")),
      on, known,
    ] + names + Listing.options,
    example: "acquis findings --rule R07"
  ) { invocation in
    let question = try invocation.question()
    let rule = try invocation.option("rule").map { text in
      try invocation.read("--rule", text) { (text) throws(InvalidValue) in try RuleID(text) }
    }
    if let rule, RuleBook.rule(rule) == nil {
      throw Failure.usage(
        Text(
          "--rule : une règle de \(ruleNumbers.french) est attendue",
          "--rule: expected a rule from \(ruleNumbers.english)"))
    }
    let found = try question.findings { count in
      invocation.output.progress(Text("entrées contrôlées : \(count)", "events checked: \(count)"))
    }
    invocation.output.endProgress()
    let report = try FindingReport(
      found.filter { rule == nil || $0.rule == rule }, known: question.known, in: question.log)
    if ["json", "csv", "xlsx"].contains(where: { invocation.has($0) }) {
      return try Listing.findings(report).print(invocation)
    }
    let output = invocation.output
    let text = FindingText(
      report: report, persons: try invocation.personNames(question, isList: true),
      width: output.terminalWidth, language: output.language)
    if invocation.has("each") {
      for finding in try page(of: report, invocation) {
        for line in try text.lines(of: finding) { try output.line(line) }
      }
    } else {
      for line in try text.lines(try groups(of: report, invocation)) { try output.line(line) }
      if report.findings.isEmpty { output.note(Text("aucun constat", "no findings")) }
    }
  }

  /// The groups of `--after` and `--limit`; a group is named by any of its findings.
  private static func groups(
    of report: FindingReport, _ invocation: Invocation
  ) throws -> [FindingGroup] {
    var groups = report.groups[...]
    if let after = invocation.option("after") {
      guard
        let index = groups.firstIndex(where: { $0.findings.contains { key($0) == after } })
      else { throw Listing.unknownElement }
      groups = groups[(index + 1)...]
    }
    if let limit = try invocation.number("limit") { groups = groups.prefix(limit) }
    return Array(groups)
  }

  /// The findings of `--after` and `--limit`: breaches before notices, the newest entry first.
  private static func page(
    of report: FindingReport, _ invocation: Invocation
  ) throws -> ArraySlice<Finding> {
    var page = report.findings.sorted {
      ($0.weight, $1.position, $0.rule) < ($1.weight, $0.position, $1.rule)
    }[...]
    if let after = invocation.option("after") {
      guard let index = page.firstIndex(where: { key($0) == after }) else {
        throw Listing.unknownElement
      }
      page = page[(index + 1)...]
    }
    if let limit = try invocation.number("limit") { page = page.prefix(limit) }
    return page
  }

  fileprivate static func key(_ finding: Finding) -> String {
    "\(finding.position).\(finding.rule)"
  }
}

extension Listing {
  /// Each finding, breaches before notices.
  static func findings(_ report: FindingReport) -> Listing {
    let elements = report.findings.map { finding in
      Element(
        key: Command.key(finding), json: report.json(of: finding),
        cells: [
          .number(Int(finding.position.number)), .plain(finding.rule.description),
          .word(finding.weight, finding.weight == .breach ? .bad : .plain),
          .plain(report.persons[finding.position]?.text),
          finding.isWaived ? ListColumn.waived.cell("waived", .warning) : .empty,
          .sentence(finding.message),
        ])
    }
    return Listing(
      name: Text("constats", "findings"),
      columns: [
        .init(.position, isNumber: true), .init(.rule), .init(.weight, rank: 3),
        .init(.candidate, rank: 4), .init(.waived), .init(.message),
      ], elements: elements, isOneDocument: true)
  }
}
