internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events

/// `export jsonl`: the exact copy.
enum ExportExactCopy {
  /// Writes the exact copy to the file of `--to`, or to standard output.
  static func run(_ invocation: Invocation) throws {
    let ledger = try Ledger(invocation)
    let copy = try ExportedLines.write(of: ledger, invocation) { write in
      try ledger.export(write)
    }
    guard let (path, head) = copy else { return }
    let shown = Shown.onOneLine(path)
    let root = head.root.base64
    if invocation.has("json") {
      let answer: JSONValue = [
        "file": .string(path), "size": .integer(Int(head.last.number)), "root": .string(root),
      ]
      return try invocation.output.line(answer.description)
    }
    try invocation.output.line(
      Text(
        """
        \(shown) : copie exacte de \(Text.count(head.last.number, .entry).french), racine \(root).
        Aucune clé n’y est : gardez le coffre à part (`acquis backup`).
        """,
        """
        \(shown): exact copy of \(head.last) events, root \(root).
        No key is in it: keep the vault apart (`acquis backup`).
        """
      ))
  }
}
