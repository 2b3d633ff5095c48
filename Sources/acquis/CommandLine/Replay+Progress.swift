internal import EventLog
internal import Events
internal import Recording

extension Replay {
  /// Folds the log and shows how far it is, on a terminal.
  static func withProgress(
    on day: CalendarDate?, known: Position, in log: some EventLog
  ) throws -> Replay {
    defer { Output.progress("") }
    return try Replay(on: day, known: known, in: log) { count in
      Output.progress(
        Wording("\(count) événements rejoués sur \(known)", "\(count) of \(known) events folded")
          .text)
    }
  }
}
