internal import AcquisLedger
internal import Events
internal import Glibc

/// `acquis`: the certification ledger's command line.
@main
enum Acquis {
  /// Every command, in the order of the help.
  static let commands: [Command] = [
    .initialise, .demo, .record, .annul, .correct, .importFile, .catalogue, .erase, .vault,
    .status, .candidate, .prior, .candidates, .people, .windows, .jury, .juries, .minutes,
    .letters, .attest, .certification, .certifications, .certificates, .timeline, .deadlines,
    .statistics, .report, .findings, .compare, .log, .replay, .audit, .export, .restore,
    .backup, .move, .serve, .access,
    .config, .bench, .help,
  ]

  static func main() {
    // A closed pipe and a file at its size limit are reported as failures of a write.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    let output = Output(
      in: Language(
        of: CommandLine.arguments, variable: Environment.variable,
        kept: { (try? UserSettings.kept())?.values[.lang] }))
    if let typed = CompletionCall.typed(CommandLine.arguments) {
      CompletionCall.run(typed, output)
      exit(0)
    }
    for (index, word) in CommandLine.arguments.enumerated() {
      guard let bytes = unsafe CommandLine.unsafeArgv[index],
        unsafe String(validatingCString: bytes) == word
      else {
        output.note(
          Text(
            "acquis : le mot \(index) n’est pas de l’UTF-8",
            "acquis: word \(index) is not UTF-8"
          ))
        exit(2)
      }
    }
    if let variable = Environment.unreadable {
      output.note(
        Text(
          "acquis : la variable \(variable) n’est pas de l’UTF-8",
          "acquis: the variable \(variable) is not UTF-8"
        ))
      exit(2)
    }
    exit(run(CommandLine.arguments.dropFirst(), output))
  }

  /// Runs a command.
  ///
  /// - Parameter words: those after the program's name.
  /// - Returns: the exit status: 0 done, 1 a rule or a check says no, 2 wrong call or input, 3 the ledger.
  static func run(_ words: ArraySlice<String>, _ output: Output) -> Int32 {
    var ledger = "acquis.ledger"
    do {
      var invocation = try invocation(words, output)
      ledger = (try? Ledger(invocation).path) ?? ledger
      if invocation.has("help") {
        try Help(output).explain(invocation)
      } else {
        try invocation.readTexts()
        try invocation.command.run(invocation)
      }
      output.endProgress()
      try output.end()
      return 0
    } catch {
      output.endProgress()
      try? output.end()
      let failure = Failure(error, ledger: ledger)
      if case .readerGone = failure { return failure.status }
      output.note(
        Text("acquis: \(failure.text.french)", "acquis: \(failure.text.english)"))
      return failure.status
    }
  }

  private static func invocation(
    _ words: ArraySlice<String>, _ output: Output
  ) throws(Failure) -> Invocation {
    let invocation = try parsed(words, output)
    try invocation.checkLanguage()
    return invocation
  }

  private static func parsed(
    _ words: ArraySlice<String>, _ output: Output
  ) throws(Failure) -> Invocation {
    guard let name = words.first, name != "--help", name != "-h" else {
      return try Invocation(.help, [], output)
    }
    let command = try command(name)
    guard !command.commands.isEmpty, let word = words.dropFirst().first, !word.hasPrefix("-") else {
      return try Invocation(command, words.dropFirst(), output)
    }
    return try Invocation(Self.command(word, of: command), words.dropFirst(2), output)
  }

  /// - Throws: ``Failure/usage(_:)`` with the nearest command's name.
  static func command(_ name: String) throws(Failure) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    throw noCommand(
      name, among: commands.map(\.name),
      else: Text("`acquis help` liste les commandes", "`acquis help` lists the commands"))
  }

  /// The command of a second word, `key` of `audit`.
  ///
  /// - Throws: ``Failure/usage(_:)`` with the nearest command's name.
  static func command(_ word: String, of group: Command) throws(Failure) -> Command {
    if let command = group.commands.first(where: { $0.lastWord == word }) { return command }
    throw noCommand(
      "\(group.name) \(word)", among: group.commands.map(\.name),
      else: group.shownUsage)
  }

  private static func noCommand(
    _ name: String, among known: [String], else otherwise: Text
  ) -> Failure {
    let hint =
      Nearest.words(to: name, among: known).first
      .map { Text("vouliez-vous dire \($0) ?", "did you mean \($0)?") } ?? otherwise
    return .usage(
      Text(
        "il n’y a pas de commande \(Shown.word(name)) ; \(hint.french)",
        "there is no command \(Shown.word(name)); \(hint.english)"))
  }
}
