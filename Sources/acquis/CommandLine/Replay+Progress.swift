internal import AcquisLedger
internal import EventLog
internal import Events

extension Replay {
  /// Folds the log and shows how far it is, on a terminal.
  static func withProgress(
    on day: CalendarDate?, known: Position, in log: some EventLog, isHashed: Bool = false,
    _ output: Output
  ) throws -> Replay {
    defer { output.endProgress() }
    return try Replay(on: day, known: known, in: log, isHashed: isHashed) { count in
      output.progress(
        Text("\(count) événements rejoués sur \(known)", "\(count) of \(known) events folded"))
    }
  }
}
