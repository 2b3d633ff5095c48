internal import Events

extension Command {
  /// `help [COMMAND|TYPE]`
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
          "son second mot, pour une commande qui en a",
          "its second word, where it has one"), isOptional: true),
    ],
    example: "acquis help status"
  ) { invocation in
    guard let name = invocation.argument("COMMAND") else {
      return try Help.overview(invocation.output)
    }
    if let topic = HelpTopic(rawValue: name) {
      for line in topic.lines(in: invocation.output.language) { try invocation.output.line(line) }
      return
    }
    if let type = EventType(rawValue: name) {
      let help = TypeHelp(type)
      if invocation.has("json") { return try invocation.output.line(help.json.description) }
      for line in help.lines { try invocation.output.line(line) }
      return
    }
    let command = try Acquis.command(name)
    guard let word = invocation.argument("WORD") else {
      return try Help.explain(command, invocation.output)
    }
    try Help.explain(Acquis.command(word, of: command), invocation.output)
  }
}

/// The help, generated from the commands' declarations.
enum Help {
  /// One line for each command.
  static func overview(_ output: Output) throws(Failure) {
    let language = output.language
    try output.line(
      Text(
        """
        acquis, un registre de certification : ce qui a eu lieu, pour toujours ; où chacun en est, \
        chaque jour.
        Édition \(Edition.current).

        """,
        """
        acquis, a certification ledger: what happened, for ever; everyone’s state, on any day.
        Edition \(Edition.current).

        """
      ))
    let width = Acquis.commands.map(\.name.count).max() ?? 0
    for command in Acquis.commands {
      try output.line("  \(padded(command.name, width))  \(command.summary.text(in: language))")
    }
    for topic in HelpTopic.allCases {
      try output.line(
        "  \(padded("help " + topic.rawValue, width + 6))  \(topic.summary.text(in: language))")
    }
    try output.line(
      Text(
        """

        acquis help COMMANDE en explique une, avec un exemple ; acquis help TYPE, un type de fait.
        Code de sortie : 0 fait, 1 une règle ou un contrôle dit non, 2 commande ou donnée incorrecte, \
        3 registre absent, verrouillé ou endommagé.
        """,
        """

        acquis help COMMAND explains one and shows an example; acquis help TYPE, a type of fact.
        Exit status: 0 done, 1 a rule or a check says no, 2 wrong call or input, \
        3 the ledger is missing, locked or damaged.
        """
      ))
  }

  /// A command's arguments, options and example.
  static func explain(_ command: Command, _ output: Output) throws(Failure) {
    let language = output.language
    try output.line("\(command.usage)\n\n\(command.name) \(command.summary.text(in: language)).\n")
    let commands = command.commands.map { ($0.lastWord, $0.summary.text(in: language)) }
    let flags = command.allOptions.map { option in
      ("--" + option.name + (option.value.map { " " + $0 } ?? ""), option.help.text(in: language))
    }
    let rows = commands + command.arguments.map { ($0.name, $0.help.text(in: language)) } + flags
    let width = rows.map(\.0.count).max() ?? 0
    for (name, help) in rows { try output.line("  \(padded(name, width))  \(help)") }
    try output.line(Text("\nExemple : \(command.example)", "\nExample: \(command.example)"))
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
