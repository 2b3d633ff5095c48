internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `compare --known A [--known B]`
  static let compare = Command(
    name: "compare",
    summary: Text(
      "dit ce qui a changé entre deux états du registre, le plus grave d’abord, et quelles entrées l’ont fait",
      "reports what changed between two states of knowledge, worst first, and the entries that did it"
    ),
    options: [
      Option(
        name: "known", value: "K",
        help: Text(
          "de quel état à quel état : une position, un instant, un jour, le fichier d’un point de contrôle, ou fin ; "
            + "le second, s’il manque, est la fin",
          "from which state to which: a position, an instant, a day, the file of a checkpoint, or end; "
            + "the second, left out, is the end"),
        isRepeatable: true),
      on,
      Option(
        name: "only", value: "STATUS",
        help: Text(
          "seulement les candidatures qui étaient ou sont dans cet état ; peut être répété",
          "only candidacies that were or are in this status; may be repeated"),
        isRepeatable: true),
      Option(
        name: "no-findings",
        help: Text(
          "sans contrôler les règles, trois fois plus vite ; --only ne les contrôle pas non plus",
          "without checking the rules, three times as fast; --only does not check them either")),
      .trustedKey,
    ] + names + Listing.options,
    example: "acquis compare --known 2026-03-12 --known end"
  ) { invocation in
    let statuses = try invocation.statuses()
    let day = try invocation.day()
    let log = try Ledger(invocation).log()
    let (from, to) = try invocation.statesCompared(in: log)
    let output = invocation.output
    let comparison = try KnowledgeComparison(
      on: day, from: from, to: to, in: log,
      isJudged: statuses.isEmpty && !invocation.has("no-findings")
    ) { count in
      output.progress(Text("entrées rejouées : \(count)", "events folded: \(count)"))
      invocation.served?.progress?(count)
    }
    output.endProgress()
    let shown = ShownComparison(
      comparison, statuses,
      before: try invocation.personalTexts(Question(log: log, on: day, known: from)),
      after: try invocation.personalTexts(Question(log: log, on: day, known: to)))
    if invocation.has("json") || invocation.has("csv") {
      try shown.listing().print(invocation)
    } else {
      for text in try ComparisonText(shown, output.language).lines() {
        for line in FindingText.wrapped(text, output.terminalWidth, indent: 8) {
          try output.line(line)
        }
      }
    }
    let count = shown.changes.count
    guard count > 0 else { return }
    throw Failure.check(
      .count(count, Text("changement", "change"), Text("changements", "changes")))
  }
}

extension Invocation {
  /// The words of `--known` for the end of the log.
  private static let end: Set<String> = ["end", "fin"]

  /// The two positions of `--known`.
  ///
  /// - Throws: ``Failure/usage(_:)`` without any, with more than two, or where the first is after the second;
  ///   and as ``known(_:in:)``.
  fileprivate func statesCompared(in log: some EventLog) throws -> (Position, Position) {
    let values = options("known")
    guard let first = values.first, values.count <= 2 else {
      throw Failure.usage(
        Text(
          "--known : un état ou deux sont attendus : `\(command.example)`",
          "--known: expected one state or two: `\(command.example)`"))
    }
    let last = try log.head().last
    func position(_ text: String) throws -> Position {
      Self.end.contains(text) ? last : try known(text, in: log)
    }
    let from = try position(first)
    let to = values.count == 2 ? try position(values[1]) : last
    guard from <= to else {
      throw Failure.usage(
        Text(
          "--known : le premier état (position \(from)) est après le second (position \(to))",
          "--known: the first state (position \(from)) is after the second (position \(to))"))
    }
    return (from, to)
  }

  /// The statuses of `--only`; empty: all.
  ///
  /// - Throws: ``Failure/usage(_:)`` with every allowed word.
  fileprivate func statuses() throws(Failure) -> Set<CandidacyStatus> {
    var statuses: Set<CandidacyStatus> = []
    for word in options("only").flatMap({ $0.split(separator: ",") }) {
      guard let status = CandidacyStatus(rawValue: String(word)) else {
        let allowed = CandidacyStatus.allCases.map(\.rawValue).joined(separator: ", ")
        throw .usage(
          Text(
            "--only : un mot est attendu parmi : \(allowed)",
            "--only: expected one of: \(allowed)"))
      }
      statuses.insert(status)
    }
    return statuses
  }
}
