internal import AcquisLedger
internal import Events

/// `export cloudevents`: the entries as CloudEvents 1.0 (``CloudEvents``), one a line.
enum ExportCloudEvents {
  /// Writes the entries to the file of `--to`, or to standard output.
  static func run(_ invocation: Invocation) throws {
    let ledger = try Ledger(invocation)
    let known = try invocation.known(in: ledger.log())
    let written = try ExportedLines.write(of: ledger, invocation) { write in
      try ledger.exportCloudEvents(known: known, write)
    }
    guard let (path, source) = written else { return }
    if invocation.has("json") {
      let answer: JSONValue = [
        "file": .string(path), "events": .integer(Int(known.number)),
        "source": source.map { .string($0) } ?? .null,
      ]
      return try invocation.output.line(answer.description)
    }
    let shown = Shown.onOneLine(path)
    let from = source.map { Text(", source \($0)", ", source \($0)") } ?? Text("", "")
    try invocation.output.line(
      Text(
        """
        \(shown) : \(Text.count(known.number, .entry).french) en CloudEvents 1.0\(from.french).
        Les textes scellés le restent, et aucune clé n’y est.
        """,
        """
        \(shown): \(known) events as CloudEvents 1.0\(from.english).
        Sealed texts stay sealed, and no key is in it.
        """
      ))
  }
}
