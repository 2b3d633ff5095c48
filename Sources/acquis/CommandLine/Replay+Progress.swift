internal import AcquisLedger
internal import EventLog
internal import Events

extension Replay {
  /// Folds the log and shows how far it is, on a terminal.
  static func withProgress(
    on day: CalendarDate?, known: Position, in log: some EventLog, isHashed: Bool = false
  ) throws -> Replay {
    defer { Output.progress("") }
    return try Replay(on: day, known: known, in: log, isHashed: isHashed) { count in
      Output.progress(
        Wording("\(count) événements rejoués sur \(known)", "\(count) of \(known) events folded")
          .text)
    }
  }
}
