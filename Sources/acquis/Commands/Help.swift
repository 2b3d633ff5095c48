internal import Events

extension Command {
  /// `help [COMMAND]`
  static let help = Command(
    name: "help", summary: "lists the commands, or explains one",
    arguments: [Argument(name: "COMMAND", help: "the command to explain", isOptional: true)],
    example: "acquis help status"
  ) { invocation in
    guard let name = invocation.argument("COMMAND") else { return try Help.overview() }
    try Help.explain(Acquis.command(name))
  }
}

/// The help, from the declarations that parse.
enum Help {
  /// Every command in a line.
  static func overview() throws(Failure) {
    try Output.line(
      """
      acquis, a certification ledger: what happened, for ever; where everyone stands, on any day.
      Edition \(Edition.current).

      """)
    let width = Acquis.commands.map(\.name.count).max() ?? 0
    for command in Acquis.commands {
      try Output.line("  \(padded(command.name, width))  \(command.summary)")
    }
    try Output.line(
      """

      acquis help COMMAND explains one and shows an example.
      Exit status: 0 done, 1 a rule or a check says no, 2 wrong call or input, 3 the ledger.
      """)
  }

  /// One command, its arguments, options and an example.
  static func explain(_ command: Command) throws(Failure) {
    try Output.line("\(command.usage)\n\n\(command.name) \(command.summary).\n")
    let flags = command.allOptions.map { option in
      ("--" + option.name + (option.value.map { " " + $0 } ?? ""), option.help)
    }
    let rows = command.arguments.map { ($0.name, $0.help) } + flags
    let width = rows.map(\.0.count).max() ?? 0
    for (name, help) in rows { try Output.line("  \(padded(name, width))  \(help)") }
    try Output.line("\nExample: \(command.example)")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
