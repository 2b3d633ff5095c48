internal import Events
internal import Projections

/// A completion window drawn as a bar from its first day to its last, with the asked day on it.
///
/// `=` is past, `o` the asked day, `-` the time left, `x` the end of a lapsed window, `>` no end. ASCII only,
/// without colour.
enum WindowBar {
  private static let width = 16

  static func text(_ window: CompletionWindow, on day: CalendarDate) -> String {
    guard let opensOn = window.opensOn else { return "" }
    guard let lastDay = window.lastDay else { return "|" + repeated("=", width - 1) + "o>" }
    let length = max(1, opensOn.days(until: lastDay))
    let past = min(width, max(0, opensOn.days(until: day) * width / length))
    switch window.status {
    case .none: return ""
    case .completed: return "|" + repeated("=", width) + "|"
    case .lapsed: return "|" + repeated("=", width) + "x"
    case .open:
      let before = min(past, width - 1)
      return "|" + repeated("=", before) + "o" + repeated("-", width - 1 - before) + "|"
    }
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
}
