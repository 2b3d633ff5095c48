internal import Events

/// A command as it is declared: what parses it, helps with it and runs it.
struct Command: Sendable {
  /// What `-` in a word's place takes from standard input.
  enum Input {
    /// One text, read before the command runs.
    case text
    /// A file, read by the command.
    case file
  }

  /// A word given by its place.
  struct Argument: Sendable {
    /// Its name in the help, `CANDIDACY`.
    let name: String
    /// What it is.
    let help: Text
    /// Whether it may be left out.
    var isOptional = false
    /// Whether it takes every word from its place on.
    var isRest = false
    /// What `-` takes from standard input; nil: `-` is a word like another.
    var input: Input?
  }

  /// A word given by its name.
  struct Option: Sendable {
    /// Its name without the two hyphens.
    let name: String
    /// The name of its value in the help; nil: it has none.
    var value: String?
    /// What it is for.
    let help: Text
    /// Whether its value may be left out; it is then given as `--name=value`.
    var isValueOptional = false
    /// Whether it may be given several times.
    var isRepeatable = false
    /// What `-` takes from standard input; nil: `-` is a value like another.
    var input: Input?
  }

  /// The word that calls it; the two words of one that belongs to another, `audit key`.
  let name: String
  /// What it does, in one line.
  let summary: Text
  /// Its arguments, in order.
  var arguments: [Argument] = []
  /// Its options, beside those of every command.
  var options: [Option] = []
  /// The commands that a second word calls; it then does nothing by itself.
  var commands: [Command] = []
  /// A call that works, for the help.
  let example: String
  /// What it does with what was given.
  let run: @Sendable (Invocation) throws -> Void

  /// The options that every command has.
  static let everywhere = [
    Option(
      name: "ledger", value: "WHERE",
      help: Text(
        "le fichier du registre (sinon $ACQUIS_LEDGER, sinon ./acquis.ledger)",
        "the ledger's file (else $ACQUIS_LEDGER, else ./acquis.ledger)")),
    Option(
      name: "json",
      help: Text(
        "répond en JSON : un document, ou une ligne par élément d’une liste",
        "answer in JSON: one document, or a line for each element of a list")),
    Option(
      name: "lang", value: "L",
      help: Text("fr ou en (sinon d’après $LANG)", "fr or en (else by $LANG)")),
    Option(
      name: "help",
      help: Text("explique la commande, sans rien faire", "explain the command and do nothing")),
  ]

  /// The question's day.
  static let on = Option(
    name: "on", value: "DATE",
    help: Text(
      "à la fin de ce jour, AAAA-MM-JJ (par défaut aujourd’hui à Paris)",
      "as of the end of this day, YYYY-MM-DD (default: today in Paris)"))

  /// The question's state of knowledge.
  static let known = Option(
    name: "known", value: "K",
    help: Text(
      "selon ce qui était su à cette position, à cet instant ou à la fin de ce jour (par défaut tout)",
      "as known at this position, this instant or the end of this day (default: all)"))

  /// Every option it takes.
  var allOptions: [Option] { options + Self.everywhere }

  /// Itself, or the commands it stands for.
  var leaves: [Command] { commands.isEmpty ? [self] : commands }

  /// The last of the words that call it.
  var lastWord: String { name.split(separator: " ").last.map(String.init) ?? name }

  /// How it is called.
  var usage: String {
    if !commands.isEmpty {
      return "acquis \(name) \(commands.map(\.lastWord).joined(separator: "|")) …"
    }
    let words = arguments.map {
      ($0.isOptional ? "[\($0.name)]" : $0.name) + ($0.isRest ? " …" : "")
    }
    let flags = options.map { option in
      "[--\(option.name)\(option.value.map { " " + $0 } ?? "")]"
    }
    return (["acquis", name] + words + flags).joined(separator: " ")
  }
}
