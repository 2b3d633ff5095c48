internal import Events

extension Command {
  /// `help [COMMAND|TYPE]`
  static let help = Command(
    name: "help",
    summary: Wording(
      "liste les commandes, ou explique une commande ou un type de fait",
      "lists the commands, or explains a command or a type of fact"),
    arguments: [
      Argument(
        name: "COMMAND",
        help: Wording(
          "la commande à expliquer, ou le type de fait, comme BlockValidated",
          "the command to explain, or the type of fact, as BlockValidated"), isOptional: true),
      Argument(
        name: "WORD",
        help: Wording(
          "son second mot, pour une commande qui en a",
          "its second word, where it has one"), isOptional: true),
    ],
    example: "acquis help status"
  ) { invocation in
    guard let name = invocation.argument("COMMAND") else { return try Help.overview() }
    if let topic = HelpTopic(rawValue: name) {
      for line in topic.lines { try Output.line(line) }
      return
    }
    if let type = EventType(rawValue: name) {
      let help = TypeHelp(type)
      if invocation.has("json") { return try Output.line(help.json.description) }
      for line in help.lines { try Output.line(line.text) }
      return
    }
    let command = try Acquis.command(name)
    guard let word = invocation.argument("WORD") else { return try Help.explain(command) }
    try Help.explain(Acquis.command(word, of: command))
  }
}

/// The help, from the declarations that parse.
enum Help {
  /// Every command in a line.
  static func overview() throws(Failure) {
    try Output.line(
      Wording(
        """
        acquis, un registre de certification : ce qui a eu lieu, pour toujours ; où chacun en est, \
        chaque jour.
        Édition \(Edition.current).

        """,
        """
        acquis, a certification ledger: what happened, for ever; where everyone stands, on any day.
        Edition \(Edition.current).

        """
      ).text)
    let width = Acquis.commands.map(\.name.count).max() ?? 0
    for command in Acquis.commands {
      try Output.line("  \(padded(command.name, width))  \(command.summary.text)")
    }
    for topic in HelpTopic.allCases {
      try Output.line("  \(padded("help " + topic.rawValue, width + 6))  \(topic.summary.text)")
    }
    try Output.line(
      Wording(
        """

        acquis help COMMANDE en explique une, avec un exemple ; acquis help TYPE, un type de fait.
        Code de sortie : 0 fait, 1 une règle ou un contrôle dit non, 2 appel ou entrée fautifs, \
        3 le registre.
        """,
        """

        acquis help COMMAND explains one and shows an example; acquis help TYPE, a type of fact.
        Exit status: 0 done, 1 a rule or a check says no, 2 wrong call or input, 3 the ledger.
        """
      ).text)
  }

  /// One command, its arguments, options and an example.
  static func explain(_ command: Command) throws(Failure) {
    try Output.line("\(command.usage)\n\n\(command.name) \(command.summary.text).\n")
    let commands = command.commands.map { ($0.lastWord, $0.summary.text) }
    let flags = command.allOptions.map { option in
      ("--" + option.name + (option.value.map { " " + $0 } ?? ""), option.help.text)
    }
    let rows = commands + command.arguments.map { ($0.name, $0.help.text) } + flags
    let width = rows.map(\.0.count).max() ?? 0
    for (name, help) in rows { try Output.line("  \(padded(name, width))  \(help)") }
    try Output.line(Wording("\nExemple : ", "\nExample: ").text + command.example)
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
