internal import AcquisLedger
internal import Events
internal import Glibc

/// `help completions --words WORD …`: the words that may stand in the place of the last one.
///
/// Called by the completion scripts at each press of a key: it makes no file, reports no error, and prints
/// ids and words, never a name.
enum CompletionCall {
  /// The most words printed.
  static let limit = 200

  /// The words after `acquis` that are typed so far; nil if this is no such call.
  static func typed(_ arguments: [String]) -> [String]? {
    guard arguments.count > 4, Array(arguments[1...3]) == ["help", "completions", "--words"]
    else { return nil }
    return Array(arguments[4...])
  }

  /// Prints the words, one a line.
  static func run(_ typed: [String], _ output: Output) {
    for word in words(typed, in: output.language) {
      guard (try? output.line(word)) != nil else { return }
    }
    try? output.end()
  }

  /// The words that begin as the last one typed does.
  static func words(_ typed: [String], in language: Language) -> [String] {
    let context = CompletionContext(typed)
    let values = CompletionValues(context, language)
    var found: [String] = []
    var seen: Set<String> = []
    for word in values.words where word.hasPrefix(context.current) && word != context.current {
      guard found.count < limit else { break }
      if isSafe(word), seen.insert(word).inserted { found.append(word) }
    }
    return found
  }

  /// Whether a shell takes a word as it is: it is inserted in a command line unquoted.
  private static func isSafe(_ word: String) -> Bool {
    word.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        ? scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || "._:,=-+/".unicodeScalars.contains(scalar)
        : scalar.properties.isAlphabetic || scalar == "’"
    }
  }
}

/// The words typed so far, read as the command line will be: which command, which argument or option the
/// last word belongs to.
struct CompletionContext {
  /// What the last word is.
  enum Place {
    case command
    case subcommand(of: Command)
    /// A word that begins with a hyphen.
    case option(of: Command)
    /// The value of an option; `prefix` is `--name=` if both are one word.
    case value(of: Command.Option, prefix: String)
    case argument(Command.Argument)
    case nothing
  }

  /// The last word.
  let current: String
  private(set) var place = Place.nothing
  private(set) var command: Command?
  /// The words before the last one that are no option, after the command.
  private(set) var positional: [String] = []
  /// The values of the options before the last word.
  private(set) var options: [String: String] = [:]

  init(_ typed: [String]) {
    current = typed.last ?? ""
    var before = typed.dropLast()
    guard let name = before.popFirst() else {
      place = .command
      return
    }
    guard var command = Acquis.commands.first(where: { $0.name == name }) else { return }
    if !command.commands.isEmpty {
      guard let word = before.popFirst() else {
        place = current.hasPrefix("-") ? .option(of: command) : .subcommand(of: command)
        return
      }
      guard let leaf = command.commands.first(where: { $0.lastWord == word }) else { return }
      command = leaf
    }
    self.command = command
    if let waiting = read(before, command) {
      place = .value(of: waiting, prefix: "")
    } else {
      place = placeOfCurrent(command)
    }
  }

  /// Reads the words before the last one.
  ///
  /// - Returns: the option that the last word is the value of; nil if it is none.
  private mutating func read(
    _ words: ArraySlice<String>, _ command: Command
  ) -> Command.Option? {
    var words = words
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        positional.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1).map(String.init)
      guard let option = command.allOptions.first(where: { $0.name == parts.first }) else {
        continue
      }
      if parts.count == 2 {
        options[option.name] = parts[1]
      } else if option.value != nil, !option.isValueOptional {
        guard let value = words.popFirst() else { return option }
        options[option.name] = value
      } else {
        options[option.name] = ""
      }
    }
    return nil
  }

  private func placeOfCurrent(_ command: Command) -> Place {
    if current.hasPrefix("--"), let end = current.firstIndex(of: "=") {
      let name = current[..<end].dropFirst(2)
      let option = command.allOptions.first { $0.name == name && $0.value != nil }
      return option.map { .value(of: $0, prefix: "--\(name)=") } ?? .nothing
    }
    if current.hasPrefix("-") { return .option(of: command) }
    if positional.count < command.arguments.count {
      return .argument(command.arguments[positional.count])
    }
    guard let last = command.arguments.last, last.isRest else { return .nothing }
    return .argument(last)
  }

  /// The path of the ledger: `--ledger`, else `$ACQUIS_LEDGER`, else the default.
  var ledgerPath: String {
    let path =
      options["ledger"] ?? Environment.variable("ACQUIS_LEDGER")
      ?? (try? UserSettings.kept())?.values[.ledger] ?? "acquis.ledger"
    guard path.hasPrefix("~/"), let home = Environment.variable("HOME") else { return path }
    return home + path.dropFirst()
  }
}
