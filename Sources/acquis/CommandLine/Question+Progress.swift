internal import AcquisLedger
internal import Events

extension Question {
  /// Folds the log and shows how far it is, on a terminal.
  func replay(showingIn output: Output) throws -> Replay {
    defer { output.endProgress() }
    return try replay { count in output.progress(.folded(count, of: known)) }
  }
}

extension Text {
  /// How far a fold is.
  static func folded(_ count: Int, of known: Position) -> Text {
    Text("\(count) événements rejoués sur \(known)", "\(count) of \(known) events folded")
  }
}
