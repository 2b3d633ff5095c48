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
    ] + Listing.options,
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
      invocation.output.progress(Text("\(count) événements contrôlés", "\(count) events checked"))
    }
    invocation.output.endProgress()
    let report = try FindingReport(
      found.filter { rule == nil || $0.rule == rule }, known: question.known, in: question.log)
    if invocation.has("json") || invocation.has("csv") || invocation.has("each")
      || invocation.has("xlsx")
    {
      return try list(report, invocation)
    }
    let output = invocation.output
    for line in FindingText.lines(
      try page(of: report, invocation), in: report, width: output.terminalWidth, output.language)
    {
      try output.line(line)
    }
  }

  /// Prints each finding on a line.
  private static func list(_ report: FindingReport, _ invocation: Invocation) throws {
    let elements = report.findings.map { finding in
      Listing.Element(
        key: key(finding), json: report.json(of: finding),
        cells: [
          .number(Int(finding.position.number)), .plain(finding.rule.description),
          .word(finding.weight, finding.weight == .breach ? .bad : .plain),
          .plain(report.persons[finding.position]?.text),
          finding.isWaived ? .word("waived", Text("dérogation", "waived"), .warning) : .empty,
          .sentence(finding.message),
        ])
    }
    let columns: [Listing.Column] = [
      .init(.position, isNumber: true), .init(.rule), .init(.weight, rank: 3),
      .init(.candidate, rank: 4), .init(.waived), .init(.message),
    ]
    try Listing(
      name: Text("constats", "findings"), columns: columns, elements: elements,
      isOneDocument: true
    ).print(invocation)
  }

  /// The groups of `--after` and `--limit`; a group is named by any of its findings.
  private static func page(
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

  private static func key(_ finding: Finding) -> String { "\(finding.position).\(finding.rule)" }
}
