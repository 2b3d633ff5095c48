internal import AcquisLedger
internal import Events
internal import Projections

extension StatusText {
  /// A candidacy's window in a sentence; nil where it says nothing to its reader: no block is held, or all
  /// were acquired in one session.
  static func window(of state: CandidacyState) -> Text? {
    switch state.window.status {
    case .none: nil
    case .completed: isOfOneSession(state) ? nil : sentence(on: state.window)
    case .open, .lapsed: sentence(on: state.window)
    }
  }

  /// A window in a sentence.
  static func sentence(on window: CompletionWindow) -> Text {
    guard let opensOn = window.opensOn?.text else {
      return Text("aucun : aucun bloc n’est acquis", "none: no block is held")
    }
    let start = Text("point de départ le \(opensOn.french)", "opened on \(opensOn.english)")
    let extended = window.extended == true ? Text(" (prolongé)", " (extended)") : Text("", "")
    let end = window.lastDay.map(\.text)
    var parts: [Text]
    switch window.status {
    case .none, .completed:
      let day = window.completedOn?.text
      parts = [
        day.map { Text("complété le \($0.french)", "completed on \($0.english)") }
          ?? window.status.text
      ]
    case .open:
      let until = end.map {
        Text(
          "ouvert jusqu’au \($0.french)\(extended.french)",
          "open until \($0.english)\(extended.english)")
      }
      parts = [until ?? Text("ouvert, sans limite", "open, without limit")]
      if let left = window.daysLeft { parts.append(Self.left(left)) }
    case .lapsed:
      let day = end ?? opensOn
      parts = [
        Text(
          "clos depuis le \(day.french)\(extended.french)",
          "over since \(day.english)\(extended.english)")
      ]
    }
    parts.append(start)
    if window.status != .completed, let basis = window.basis?.text { parts.append(basis) }
    return parts.joined(separator: ", ")
  }

  /// Soon over or over is told by colour too.
  static func tone(of window: CompletionWindow) -> Tone {
    switch window.status {
    case .none, .completed: .plain
    case .open: window.daysLeft.map { $0 <= 90 } == true ? .warning : .plain
    case .lapsed: .bad
    }
  }

  private static func left(_ days: Int) -> Text {
    let count = Text.count(days, .day)
    return days == 0
      ? Text("c’est le dernier jour", "this is the last day")
      : Text("reste \(count.french)", "\(count.english) left")
  }

  /// Whether every block was acquired on one day or by one jury, so that no time to complete ever ran.
  private static func isOfOneSession(_ state: CandidacyState) -> Bool {
    if state.window.opensOn == state.window.completedOn { return true }
    let juries = Set(state.blocks.map(\.jury))
    return juries.count == 1 && juries.first != .some(nil)
      && state.blocks.allSatisfy { $0.status == .validated }
  }
}
