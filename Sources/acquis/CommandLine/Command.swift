internal import Events

/// The declaration of a command, used to parse it, to print its help and to run it.
struct Command: Sendable {
  /// What is read from standard input if a word is `-`.
  enum Input {
    /// One text, read before the command runs.
    case text
    /// A file, read by the command.
    case file
  }

  /// A word identified by its place.
  struct Argument: Sendable {
    /// Its name in the help, `CANDIDACY`.
    let name: String
    let help: Text
    /// Whether it may be left out.
    var isOptional = false
    /// Whether it takes all words from its place on.
    var isRest = false
    /// What `-` reads from standard input; nil: `-` is an ordinary word.
    var input: Input?
  }

  /// A word identified by its name.
  struct Option: Sendable {
    /// Its name without the two hyphens.
    let name: String
    /// The name of its value in the help; nil: it has none.
    var value: String?
    let help: Text
    /// Whether its value may be left out; a value is then given as `--name=value`.
    var isValueOptional = false
    /// The words that are its value also after a space, where the value may be left out.
    var separateValues: [String] = []
    /// Whether it may be given several times.
    var isRepeatable = false
    /// What `-` reads from standard input; nil: `-` is an ordinary value.
    var input: Input?
  }

  /// Its word; for a subcommand both words, `audit key`.
  let name: String
  /// One line, in lower case and without a full stop.
  let summary: Text
  /// In order.
  var arguments: [Argument] = []
  /// Without those of every command.
  var options: [Option] = []
  /// Its subcommands; a command with subcommands does nothing by itself.
  var commands: [Command] = []
  /// Whether it writes a document, which may be in two languages.
  var makesDocument = false
  /// A complete call, for the help.
  let example: String
  /// The reason given at the end of the example; nil: none.
  var exampleReason: Text?
  /// Runs the command.
  let run: @Sendable (Invocation) throws -> Void

  private static let language = Option(
    name: "lang", value: "L",
    help: Text("fr ou en (sinon d’après $LANG)", "fr or en (else by $LANG)"))

  /// `--lang` of a command that writes a document.
  private static let languages = Option(
    name: "lang", value: "L",
    help: Text(
      "fr, en, ou les deux : fr,en (sinon d’après $LANG)",
      "fr, en, or both: fr,en (else by $LANG)"))

  /// The options of every command.
  static let everywhere = [
    Option(
      name: "ledger", value: "WHERE",
      help: Text(
        "le registre : un fichier, ou postgres://… (sinon $ACQUIS_LEDGER, sinon ./acquis.ledger)",
        "the ledger: a file, or postgres://… (else $ACQUIS_LEDGER, else ./acquis.ledger)")),
    Option(
      name: "vault", value: "WHERE",
      help: Text(
        "le coffre d’un registre partagé : un fichier, ou postgres://… (sinon $ACQUIS_VAULT)",
        "a shared ledger's vault: a file, or postgres://… (else $ACQUIS_VAULT)")),
    Option(
      name: "json",
      help: Text(
        "répond en JSON : un document, ou une ligne par élément d’une liste",
        "answer in JSON: one document, or a line for each element of a list")),
    language,
    Option(
      name: "help",
      help: Text("explique la commande, sans rien faire", "explain the command and do nothing")),
  ]

  /// The day of a question.
  static let on = Option(
    name: "on", value: "DATE",
    help: Text(
      "à la fin de ce jour, AAAA-MM-JJ (par défaut aujourd’hui à Paris)",
      "as of the end of this day, YYYY-MM-DD (default: today in Paris)"))

  /// The state of knowledge of a question.
  static let known = Option(
    name: "known", value: "K",
    help: Text(
      "selon ce qui était connu à cette position, à cet instant, à la fin de ce jour, ou au point de contrôle de ce fichier (par défaut tout)",
      "as known at this position, this instant, the end of this day or the checkpoint of this file (default: all)"
    ))

  /// Its own options and those of every command.
  var allOptions: [Option] {
    options
      + Self.everywhere.map { $0.name == "lang" && makesDocument ? Self.languages : $0 }
  }

  /// Its subcommands; itself if it has none.
  var leaves: [Command] { commands.isEmpty ? [self] : commands }

  /// The last word of its name.
  var lastWord: String { name.split(separator: " ").last.map(String.init) ?? name }

  /// One line with its name, arguments and options.
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
