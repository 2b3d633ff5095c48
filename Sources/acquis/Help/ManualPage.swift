internal import AcquisLedger
internal import Events

/// `help manual`: the commands, the types of facts and the exit statuses as a page for `man`.
enum ManualPage {
  static func lines(in language: Language) -> [String] {
    func text(_ text: Text) -> String { text.text(in: language) }
    func heading(_ title: Text) -> String { ".SH " + text(title) }
    let command = text(Placeholder.shown("COMMAND"))
    let options = ["ledger", "json"].compactMap { name in
      Command.everywhere.first { $0.name == name }.map { "[\(text($0.shown))]" }
    }
    let synopsis = ([command] + options + ["..."]).joined(separator: " ")
    var lines = [
      ".TH ACQUIS 1 \"\" \"\(Edition.current)\"", heading(Text("NOM", "NAME")),
      "acquis \\- " + text(Text("registre de certification", "a certification ledger")),
      ".SH SYNOPSIS", ".B acquis", escaped(synopsis), heading(Text("COMMANDES", "COMMANDS")),
    ]
    for group in CommandGroup.all where !group.commands.isEmpty {
      lines += [".SS " + escaped(text(group.title))]
      lines += group.commands.flatMap(\.leaves).flatMap { entry(of: $0, in: language) }
    }
    lines += [heading(Text("TYPES DE FAITS", "TYPES OF FACTS"))]
    for group in RecordTypes.groups {
      lines += [".SS " + escaped(text(group.title))]
      lines += group.types.flatMap { type in
        [".TP", ".B \(type.rawValue)", escaped(text(type.guide.purpose))]
      }
    }
    return lines + [
      heading(Text("CODE DE SORTIE", "EXIT STATUS")),
      text(
        Text(
          "0 fait ; 1 une règle ou un contrôle dit non ; 2 commande ou donnée incorrecte ; 3 registre absent, verrouillé ou endommagé.",
          "0 done; 1 a rule or a check says no; 2 wrong call or input; 3 the ledger is missing, locked or damaged."
        )),
    ]
  }

  private static func entry(of command: Command, in language: Language) -> [String] {
    let call = command.shownExample
    let example = Text("Exemple : \(call.french)", "Example: \(call.english)")
    let own = command.allOptions.filter { option in
      !Command.everywhere.contains { $0.name == option.name }
    }
    return [
      ".TP", ".B \(escaped(command.shownUsage.text(in: language)))",
      escaped(command.summary.text(in: language)) + ".",
    ]
      + own.map {
        ".br\n\(escaped($0.shown.text(in: language))): \(escaped($0.help.text(in: language)))."
      } + [".br", escaped(example.text(in: language))]
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "-" ? "\\-" : $0 == "\\" ? "\\\\" : String($0) }.joined()
  }
}
