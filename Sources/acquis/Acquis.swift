internal import Glibc

/// `acquis`: the certification ledger's command line.
@main
enum Acquis {
  /// Every command, in the order of the help.
  static let commands: [Command] = [
    .initialise, .demo, .record, .annul, .correct, .importFile, .erase, .vault,
    .status, .candidate, .candidates, .windows, .jury,
    .certification, .timeline, .deadlines,
    .statistics, .findings, .log, .replay,
    .bench, .help,
  ]

  static func main() {
    exit(run(CommandLine.arguments.dropFirst()))
  }

  /// Runs a command and answers the exit status of the contract.
  private static func run(_ words: ArraySlice<String>) -> Int32 {
    var ledger = "acquis.ledger"
    do {
      let invocation = try invocation(words)
      ledger = (try? Ledger(invocation).path) ?? ledger
      try
        (invocation.has("help")
        ? Help.explain(invocation.command) : invocation.command.run(invocation))
      Output.progress("")
      try Output.end()
      return 0
    } catch {
      Output.progress("")
      try? Output.end()
      let failure = Failure(error, ledger: ledger)
      Output.note("acquis: \(failure.message)")
      return failure.status
    }
  }

  private static func invocation(_ words: ArraySlice<String>) throws(Failure) -> Invocation {
    let invocation = try parsed(words)
    if let word = invocation.option("lang"), Language(rawValue: word) == nil {
      throw .usage(Wording("--lang : fr ou en est attendu", "--lang: expected fr or en"))
    }
    return invocation
  }

  private static func parsed(_ words: ArraySlice<String>) throws(Failure) -> Invocation {
    guard let name = words.first, name != "--help", name != "-h" else {
      return try Invocation(.help, [])
    }
    return try Invocation(command(name), words.dropFirst())
  }

  /// The command of this name.
  ///
  /// - Throws: ``Failure/usage(_:)`` with the nearest ones.
  static func command(_ name: String) throws(Failure) -> Command {
    if let command = commands.first(where: { $0.name == name }) { return command }
    let near = Nearest.words(to: name, among: commands.map(\.name))
    let hint =
      near.first.map { Wording("vouliez-vous dire \($0) ?", "did you mean \($0)?") }
      ?? Wording("`acquis help` liste les commandes", "`acquis help` lists the commands")
    throw .usage(
      Wording(
        "il n’y a pas de commande \(name.prefix(40)) ; \(hint.french)",
        "there is no command \(name.prefix(40)); \(hint.english)"))
  }
}
