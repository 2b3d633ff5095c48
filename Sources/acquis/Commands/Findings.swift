internal import AcquisLedger
internal import EventLog
internal import Events
internal import Rules

extension Command {
  /// The first and the last rule.
  private static var ruleNumbers: Wording {
    let ends = [RuleBook.ids.first, RuleBook.ids.last].compactMap { $0?.description }
    return Wording(ends.joined(separator: " à "), ends.joined(separator: " to "))
  }

  /// `findings [--rule R] [--on D]`
  static let findings = Command(
    name: "findings",
    summary: Wording(
      "contrôle les règles sur tout l’historique et dit ce qui les enfreint, dérogations comprises",
      "checks the rules over the whole history and tells what breaks them, waived or not"),
    options: [
      Option(
        name: "rule", value: "R",
        help: Wording(
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
        Wording(
          "--rule : \(ruleNumbers.french) est attendue", "--rule: expected \(ruleNumbers.english)"))
    }
    let found = try question.log.findings(on: question.on, known: question.known) { count in
      Output.progress(Wording("\(count) événements contrôlés", "\(count) events checked").text)
    }
    Output.progress("")
    let elements = found.filter { rule == nil || $0.rule == rule }.map { finding in
      Listing.Element(
        key: "\(finding.position).\(finding.rule)", json: finding.json,
        cells: [
          finding.position.description, finding.rule.description,
          finding.isWaived ? "waived" : "", finding.message.text,
        ])
    }
    let columns: [Table.Column] = [
      .init(name: "position", isNumber: true), .init(name: "rule"), .init(name: "waived", rank: 2),
      .init(name: "message"),
    ]
    try Listing(columns: columns, elements: elements, isOneDocument: true).print(invocation)
  }
}
