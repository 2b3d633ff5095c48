internal import AcquisLedger
internal import Events
internal import Files

/// What the exports of one line an event share: where the lines go, and the progress shown meanwhile.
enum ExportedLines {
  /// Writes lines to the file of `--to`, whole or not at all, or to standard output.
  ///
  /// - Parameter export: calls its argument with each line, its newline included.
  /// - Returns: the file's path and what `export` returned; nil for standard output.
  static func write<Outcome>(
    of ledger: Ledger, _ invocation: Invocation,
    _ export: (_ write: ([UInt8]) throws -> Void) throws -> Outcome
  ) throws -> (path: String, outcome: Outcome)? {
    let output = invocation.output
    var progress = Progress()
    guard let path = invocation.option("to") else {
      _ = try export { line in
        try output.bytes(line)
        progress.lineWritten(output)
      }
      return nil
    }
    // Opened first: a ledger that cannot be read is reported before a file that cannot be written.
    _ = try ledger.log()
    let outcome = try Failure.atFile(path) {
      var file = try NewFile(path)
      let outcome = try export { line in
        try file.write(line)
        progress.lineWritten(output)
      }
      try file.keep()
      return outcome
    }
    let shown = Shown.onOneLine(path)
    output.noteDone(Text("\(shown) est écrit", "\(shown) is written"))
    return (path, outcome)
  }

  /// Counts lines and shows their number now and then.
  private struct Progress {
    private var written = 0

    mutating func lineWritten(_ output: Output) {
      written += 1
      if written % 10_000 == 0 {
        output.progress(Text("entrées copiées : \(written)", "events copied: \(written)"))
      }
    }
  }
}
