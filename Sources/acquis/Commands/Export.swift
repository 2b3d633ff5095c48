internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Files

extension Command {
  /// `export FORMAT`
  static let export = Command(
    name: "export",
    summary: Text(
      "copie le registre pour d’autres programmes, ou pour le restaurer",
      "copies the ledger for other programs, or to restore it"),
    arguments: [
      Argument(
        name: "FORMAT",
        help: ExportFormat.list)
    ],
    options: [
      Option(
        name: "to", value: "FILE",
        help: Text(
          "dans ce fichier, entier ou pas du tout, et non sur la sortie standard",
          "into this file, whole or not at all, and not to standard output"))
    ],
    example: "acquis export jsonl --to copy.jsonl"
  ) { invocation in
    switch try ExportFormat(invocation.argument("FORMAT") ?? "") {
    case .jsonl: try exactCopy(invocation)
    }
  }

  /// Writes the exact copy to the file of `--to`, or to standard output.
  private static func exactCopy(_ invocation: Invocation) throws {
    let ledger = try Ledger(invocation)
    guard let path = invocation.option("to") else {
      _ = try copy(ledger, invocation.output) { line in try invocation.output.bytes(line) }
      return
    }
    // Opened first: a ledger that cannot be read is reported before a file that cannot be written.
    _ = try ledger.log()
    let head = try Failure.atFile(path) {
      var file = try NewFile(path)
      let head = try copy(ledger, invocation.output) { line in try file.write(line) }
      try file.keep()
      return head
    }
    let shown = Shown.onOneLine(path)
    invocation.output.noteDone(Text("\(shown) est écrit", "\(shown) is written"))
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

  private static func copy(
    _ ledger: Ledger, _ output: Output, _ write: ([UInt8]) throws -> Void
  ) throws -> LogHead {
    var written = 0
    return try ledger.export { line in
      try write(line)
      written += 1
      if written % 10_000 == 0 {
        output.progress(Text("entrées copiées : \(written)", "events copied: \(written)"))
      }
    }
  }
}
