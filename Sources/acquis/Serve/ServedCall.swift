internal import AcquisLedger
internal import Events
internal import Rules
internal import Synchronization

/// A command that was run for a request, and what it answered.
struct ServedCall: Sendable {
  /// The answer as the command prints it.
  let answer: [UInt8]
  /// The key after which the list goes on; nil if it ends.
  let next: String?
  /// Why it did not do its work; nil if it did.
  let failure: Failure?
  /// The messages beside the answer.
  let notes: [Text]
  /// The rules that refuse what was asked.
  let refusals: [Refusal]
  /// The latest position recorded; nil if nothing was.
  let recorded: Position?
  /// Whether a person is to say whether to go on, for other entries rest on the one annulled or corrected.
  let isUnconfirmed: Bool
  /// What is wrong with cells of a filled sheet.
  let cells: [(place: SheetProblem.Place?, text: Text)]

  /// Runs a command.
  ///
  /// No word is read as an option, a file or standard input but those that begin with the name of an option
  /// here.
  ///
  /// - Parameters:
  ///   - arguments: in their order; whatever they begin with.
  ///   - options: each with its value as one word, `--on=2026-01-01`.
  init(
    _ command: Command, _ arguments: [String], options: [String], _ served: ServedLedger,
    in language: Language
  ) {
    self.init(served, in: language) { output in
      var invocation = try Invocation(command, ArraySlice(options + ["--"] + arguments), output)
      invocation.served = served
      try command.run(invocation)
    }
  }

  /// Runs what a command does with an output that keeps its answer.
  init(_ served: ServedLedger, in language: Language, _ run: (Output) throws -> Void) {
    let output = Output(keptIn: language)
    var failure: Failure?
    do { try run(output) } catch {
      failure = Failure(error, ledger: served.ledger.path).withoutFolders(of: served.ledger)
    }
    let kept = output.kept
    (answer, notes, next) = (kept.answer, kept.notes, kept.next)
    (refusals, recorded, isUnconfirmed) = output.decision
    cells = output.cells
    self.failure = failure
  }

  /// The elements of an answer in JSON Lines as one array; another answer as it is.
  var array: [UInt8] {
    if answer.first == UInt8(ascii: "[") { return answer }
    let lines = answer.split(separator: UInt8(ascii: "\n"))
    return [UInt8(ascii: "[")] + Array(lines.joined(separator: [UInt8(ascii: ",")]))
      + [UInt8(ascii: "]"), UInt8(ascii: "\n")]
  }
}

/// Decisions of one server take turns. Each would wait for the vault's lock by asking again and again, and one
/// could wait for its five seconds; here the next one begins as soon as one ends.
enum Turn {
  private static let lock = Mutex(())

  /// Runs a command that records, when it is its turn.
  static func take<Done>(_ decide: () -> Done) -> Done {
    lock.withLock { _ in decide() }
  }
}

extension Failure {
  /// This failure with the names of the ledger's files alone: whoever asks over the network learns nothing of
  /// the machine's folders.
  func withoutFolders(of ledger: Ledger) -> Failure {
    // Of an address the ledger's name remains.
    let address = ledger.place.isShared ? [(ledger.path, ledger.place.name)] : []
    let folders = [ledger.path, ledger.file].compactMap { path in
      path.lastIndex(of: "/").map { (String(path[...$0]), "") }
    }
    func shortened(_ text: Text) -> Text {
      (address + folders).reduce(text) { text, part in
        Text(
          text.french.replacing(part.0, with: part.1), text.english.replacing(part.0, with: part.1))
      }
    }
    return switch self {
    case .check(let text): .check(shortened(text))
    case .usage(let text): .usage(shortened(text))
    case .input(let text): .input(shortened(text))
    case .unknown(let text): .unknown(shortened(text))
    case .ledger(let text): .ledger(shortened(text))
    case .readerGone: self
    }
  }
}
