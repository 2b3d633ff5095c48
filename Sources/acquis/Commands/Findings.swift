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

  /// `findings [--rule R] [--on D]`
  static let findings = Command(
    name: "findings",
    summary: Text(
      "contrôle les règles sur tout l’historique et dit ce qui les enfreint, dérogations comprises",
      "checks the rules over the whole history and reports what breaks them, waived or not"),
    options: [
      Option(
        name: "rule", value: "R",
        help: Text(
          "cette règle seule, \(ruleNumbers.french)", "this rule alone, \(ruleNumbers.english)")),
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
    let elements = found.filter { rule == nil || $0.rule == rule }.map { finding in
      Listing.Element(
        key: "\(finding.position).\(finding.rule)", json: finding.json,
        cells: [
          finding.position.description, finding.rule.description,
          finding.isWaived ? "waived" : "", finding.message.text(in: invocation.output.language),
        ])
    }
    let columns: [Table.Column] = [
      .init(.position, isNumber: true), .init(.rule), .init(.waived, rank: 2),
      .init(.message),
    ]
    try Listing(columns: columns, elements: elements, isOneDocument: true).print(invocation)
  }
}
