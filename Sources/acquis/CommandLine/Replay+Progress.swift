internal import AcquisLedger
internal import EventLog
internal import Events

extension Replay {
  /// Folds the log and shows the progress on a terminal.
  ///
  /// - Parameters:
  ///   - day: nil: the latest day known.
  ///   - checksHashes: whether each event is compared with its hash, for a digest.
  init(
    on day: CalendarDate?, known: Position, in log: some EventLog, checksHashes: Bool = false,
    showingIn output: Output
  ) throws {
    defer { output.endProgress() }
    try self.init(on: day, known: known, in: log, checksHashes: checksHashes) { count in
      output.progress(
        Text("entrées rejouées : \(count) sur \(known)", "\(count) of \(known) events folded"))
    }
  }
}

extension Question {
  /// Folds the log up to the question's day and shows the progress on a terminal.
  func replay(showingIn output: Output) throws -> Replay {
    try Replay(on: on, known: known, in: log, showingIn: output)
  }
}
