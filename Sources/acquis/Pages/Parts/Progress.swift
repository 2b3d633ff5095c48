internal import Documents
internal import Events
internal import HTTP

/// How far a long work is, in a part of a page that a browser asks for again.
struct Progress {
  let call: PageCall
  let done: Int
  let all: Int

  /// The id by which a script finds the part that it brings up to date while this has the mark `data-running`.
  static let id = "progress-part"

  /// When a browser without script asks again.
  static func refresh(_ call: PageCall) -> String { "2;url=\(call.request.target)" }

  var html: HTML {
    HTML("div", ["role": "status"]) {
      HTML("label", ["for": "progress"], text: call.say(Text("En cours", "Running")))
      HTML(text: " ")
      HTML(
        "progress", ["id": "progress", "value": String(done), "max": String(max(1, all))],
        text: "\(done) / \(all)")
      HTML(text: " ")
      HTML("span", text: "\(done) / \(all)")
      HTML("p") { call.link(call.request.target, Text("Actualiser", "Refresh")) }
    }
  }
}
