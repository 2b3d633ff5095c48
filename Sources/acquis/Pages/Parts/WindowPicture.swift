internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections

/// A completion window drawn from its first day to its last, with the day asked about on it.
///
/// What it shows is said in words beside it; the drawing repeats them for who sees it.
struct WindowPicture {
  let window: CompletionWindow
  let on: CalendarDate
  let language: Language

  private static let (width, left, right) = (600, 10, 590)

  /// Nothing for a window that never opened.
  var html: HTML {
    guard window.status != .none, let opensOn = window.opensOn else { return .nothing }
    let end = window.lastDay
    // Without a last day the line goes on; with one, the day asked about may be after it.
    let last = [end, on, opensOn.adding(days: 30)].compactMap(\.self).max() ?? on
    let span = max(1, opensOn.days(until: last))
    func x(_ day: CalendarDate) -> Int {
      let days = min(span, max(0, opensOn.days(until: day)))
      return Self.left + (Self.right - Self.left) * days / span
    }
    let closes = end.map(x) ?? Self.right
    let now = x(on)
    return HTML("figure", class: "window") {
      HTML(
        "svg", class: "window-\(window.status.rawValue)",
        [
          "role": "img", "viewBox": "0 -12 \(Self.width) 88",
          "aria-label": StatusText.sentence(on: window).text(in: language),
        ]
      ) {
        bar("track", from: Self.left, to: closes)
        bar("past", from: Self.left, to: min(closes, now))
        mark("end", closes)
        mark("now", now)
        label(opensOn.inTable, x: Self.left, y: 60, anchor: "start")
        if let end { label(end.inTable, x: closes, y: 60, anchor: closes > 300 ? "end" : "start") }
        label(
          Text("au \(on.inTable.french)", "on \(on.inTable.english)"), x: now, y: 12,
          anchor: now > 480 ? "end" : now < 120 ? "start" : "middle")
      }
    }
  }

  private func bar(_ style: String, from: Int, to: Int) -> HTML {
    HTML(
      "rect", class: style,
      [
        "x": String(from), "y": "24", "width": String(max(0, to - from)), "height": "14",
        "rx": "3",
      ])
  }

  private func mark(_ style: String, _ x: Int) -> HTML {
    HTML(
      "line", class: style, ["x1": String(x), "y1": "18", "x2": String(x), "y2": "44"])
  }

  private func label(_ text: Text, x: Int, y: Int, anchor: String) -> HTML {
    HTML(
      "text", ["x": String(x), "y": String(y), "text-anchor": anchor],
      text: text.text(in: language))
  }
}
