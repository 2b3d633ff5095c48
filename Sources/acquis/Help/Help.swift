internal import AcquisLedger
internal import Events

extension Command {
  /// `help [COMMAND|TYPE|record TYPE|TOPIC]`
  static let help = Command(
    name: "help",
    summary: Text(
      "liste les commandes, ou explique une commande ou un type de fait",
      "lists the commands, or explains a command or a type of fact"),
    arguments: [
      Argument(
        name: "COMMAND",
        help: Text(
          "la commande à expliquer, ou le type de fait, comme BlockValidated",
          "the command to explain, or the type of fact, as BlockValidated"), isOptional: true),
      Argument(
        name: "WORD",
        help: Text(
          "son second mot, pour une commande qui en a ; après `record`, un type de fait",
          "its second word, where it has one; after record, a type of fact"),
        isOptional: true),
    ],
    example: "acquis help BlockValidated"
  ) { invocation in
    let help = Help(invocation.output)
    guard let name = invocation.argument("COMMAND") else { return try help.overview() }
    let word = invocation.argument("WORD")
    if let topic = HelpTopic(rawValue: name) {
      let lines = try topic.lines(in: invocation.output.language, width: help.width, word: word)
      return try help.print(lines)
    }
    if let type = try Help.type(name, word) {
      if invocation.has("json") {
        return try invocation.output.line(TypeHelp(type).json.description)
      }
      return try help.explain(type)
    }
    let command = try Help.command(name)
    guard let word else { return try help.explain(command) }
    try help.explain(Acquis.command(word, of: command))
  }
}

/// The help, generated from the commands' declarations and the table of types.
struct Help {
  private let output: Output
  /// The most characters of a line.
  let width: Int

  init(_ output: Output) {
    self.output = output
    width = max(output.terminalWidth ?? Wrapped.defaultWidth, 60)
  }

  fileprivate func print(_ lines: [String]) throws(Failure) {
    for line in lines { try output.line(line) }
  }

  private func text(_ text: Text) -> String { text.text(in: output.language) }

  // MARK: What is asked for

  /// The type of `help TYPE` or `help record TYPE`; nil for another word.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a word after `record` that is no type, with near ones.
  fileprivate static func type(_ name: String, _ word: String?) throws(Failure) -> EventType? {
    if let type = EventType(rawValue: name) {
      guard word == nil else { return nil }
      return type
    }
    guard name == Command.record.name, let word else { return nil }
    if let type = EventType(rawValue: word) { return type }
    throw unknown(
      Text("il n’y a pas de type \(Shown.word(word))", "there is no type \(Shown.word(word))"),
      word, among: EventType.allCases.map(\.rawValue),
      else: Text("`acquis help record` les liste", "`acquis help record` lists them"))
  }

  /// - Throws: ``Failure/usage(_:)`` with near commands, types and topics.
  fileprivate static func command(_ name: String) throws(Failure) -> Command {
    if let command = Acquis.commands.first(where: { $0.name == name }) { return command }
    throw unknown(
      Text(
        "il n’y a pas de commande \(Shown.word(name))", "there is no command \(Shown.word(name))"),
      name,
      among: Acquis.commands.map(\.name) + EventType.allCases.map(\.rawValue)
        + HelpTopic.allCases.map(\.rawValue),
      else: Text("`acquis help` liste les commandes", "`acquis help` lists the commands"))
  }

  private static func unknown(
    _ problem: Text, _ word: String, among known: [String], else otherwise: Text
  ) -> Failure {
    let hint =
      Nearest.words(to: word, among: known).first
      .map { Text("vouliez-vous dire \($0) ?", "did you mean \($0)?") } ?? otherwise
    return .usage(problem.then(hint))
  }

  // MARK: Answers

  /// One line or more for each command, in the order of the work.
  func overview() throws(Failure) {
    let head = Text(
      "acquis, un registre de certification : ce qui a eu lieu, pour toujours ; où chacun en est, chaque jour.",
      "acquis, a certification ledger: what happened, for ever; everyone’s state, on any day.")
    let edition = Text("Édition \(Edition.current).", "Edition \(Edition.current).")
    var lines = Wrapped.lines(text(head), width: width) + [text(edition), ""]
    let column = Acquis.commands.map(\.name.count).max() ?? 0
    for group in CommandGroup.all where !group.commands.isEmpty {
      var table = HelpTable()
      for command in group.commands { table.add(command.name, text(command.summary)) }
      lines += [text(group.title)] + table.lines(width: width, column: column)
    }
    var topics = HelpTable()
    topics.add(
      "help record", text(Text("les types de faits à enregistrer", "the types of facts to record")))
    for topic in HelpTopic.allCases { topics.add("help \(topic.rawValue)", text(topic.summary)) }
    lines += [text(Text("En savoir plus", "Learn more"))] + topics.lines(width: width) + [""]
    let end = [
      Text(
        "acquis help COMMANDE en explique une, avec un exemple ; acquis help TYPE, un type de fait.",
        "acquis help COMMAND explains one and shows an example; acquis help TYPE, a type of fact."),
      Text(
        "Code de sortie : 0 fait, 1 une règle ou un contrôle dit non, 2 commande ou donnée incorrecte, 3 registre absent, verrouillé ou endommagé.",
        "Exit status: 0 done, 1 a rule or a check says no, 2 wrong call or input, 3 the ledger is missing, locked or damaged."
      ),
    ]
    try print(lines + end.flatMap { Wrapped.lines(text($0), width: width) })
  }

  /// The help of `--help`: of the type after `record`, else of the command.
  func explain(_ invocation: Invocation) throws(Failure) {
    if invocation.command.name == Command.record.name,
      let type = invocation.argument("TYPE").flatMap(EventType.init(rawValue:))
    {
      return try explain(type)
    }
    try explain(invocation.command)
  }

  fileprivate func explain(_ type: EventType) throws(Failure) {
    try print(TypeHelp(type).lines(in: output.language, width: width))
  }

  /// A command's arguments, options and example; of `record` the types too.
  fileprivate func explain(_ command: Command) throws(Failure) {
    var table = HelpTable()
    for one in command.commands { table.add(one.lastWord, text(one.summary)) }
    for argument in command.arguments { table.add(text(argument.shown), text(argument.help)) }
    for option in command.allOptions { table.add(text(option.shown), text(option.help)) }
    let call = command.shownExample
    let example = Text("Exemple : \(call.french)", "Example: \(call.english)")
    var lines =
      Wrapped.lines(text(command.shownUsage), width: width) + [""]
      + Wrapped.lines("\(command.name) \(text(command.summary)).", width: width) + [""]
      + table.lines(width: width) + [""] + exampleLines(text(example))
    if command.name == Command.record.name {
      lines += [""] + RecordTypes.lines(in: output.language, width: width)
    }
    try print(lines)
  }

  /// On one line, or the call below, on lines that can be copied.
  private func exampleLines(_ example: String) -> [String] {
    if example.count <= width { return [example] }
    let parts = ShellCall.words(example)
    let start = parts.firstIndex(of: "acquis") ?? 0
    return [parts[..<start].joined(separator: " ")]
      + ShellCall.lines(Array(parts[start...]), indent: 2, width: width)
  }
}
