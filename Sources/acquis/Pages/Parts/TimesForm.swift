internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP

/// The two times at the top of a page: the day, and what was known, as fields and as a slider over the entries.
struct TimesForm {
  private let call: PageCall

  init(_ call: PageCall) { self.call = call }

  private var times: PageTimes { call.times }

  var html: HTML {
    let (on, known) = (call.question.on, call.question.known)
    return HTML("form", class: "times", ["id": "times", "method": "get", "action": action]) {
      kept
      field(
        "on", Text("Au", "On"),
        times.onProblem == nil ? on.inTable.text(in: call.language) : times.typedOn ?? "",
        Text("17/06/2021, hier", "2021-06-17, yesterday"), times.onProblem)
      field(
        "known", Text("Connu jusqu’à", "As known at"), times.typedKnown ?? "",
        Text("position, jour ou instant ; vide : tout", "position, day or instant; empty: all"),
        times.knownProblem)
      HTML("div", class: "field slider") {
        call.html("label", ["for": "entry"], Text("Entrées", "Entries"))
        HTML("input", ["type": "hidden", "name": "was", "value": known.description])
        HTML(
          "input",
          [
            "type": "range", "name": "entry", "id": "entry", "min": "0",
            "max": times.last.description, "value": known.description, "step": "1",
            "aria-describedby": "entry-state",
          ])
        HTML("output", class: "hint", ["id": "entry-state", "for": "entry"], text: state)
      }
      HTML("div", class: "buttons") {
        call.html("button", Text("Voir", "Show"))
        if times.typedOn != nil || times.typedKnown != nil {
          call.link(PageLinks.address(path, others), Text("Revenir à aujourd’hui", "Back to today"))
        }
      }
    }
  }

  /// That the page is of another day or of an earlier state of knowledge, on a screen and on paper; nothing where it
  /// is of today and of everything.
  var pastState: HTML {
    guard !times.isNow else { return .nothing }
    let (day, known, last) = (call.question.on.text, call.question.known, times.last)
    return call.html(
      "p", class: "past-state",
      known == last
        ? Text("État au \(day.french)", "State on \(day.english)")
        : Text(
          "État au \(day.french), tel que connu à la position \(known) sur \(last)",
          "State on \(day.english), as known at position \(known) of \(last)"))
  }

  /// `position 12 sur 998, enregistrée le 03/03/2026 10:12`.
  private var state: String {
    let (known, last) = (call.question.known, times.last)
    let recorded = (try? call.question.log.event(at: known)).flatMap { $0?.recordedAt.inTable }
    let place = Text(
      "position \(known) sur \(last)", "position \(known) of \(last)")
    guard let recorded else { return call.say(place) }
    return call.say(
      Text(
        "\(place.french), enregistrée le \(recorded.french)",
        "\(place.english), recorded on \(recorded.english)"))
  }

  private var path: [String] { PageTimes.path(of: call.request) }

  private var action: String { PageLinks.address(path, []) }

  /// What the address asks beside the times.
  private var others: [(String, String?)] {
    call.query.items
      .filter { !["on", "known", "entry", "was", "lang", "after"].contains($0.name) }
      .map { ($0.name, $0.value) }
  }

  private var kept: HTML {
    HTML.joined(
      others.map { name, value in
        HTML("input", ["type": "hidden", "name": name, "value": value])
      })
  }

  private func field(
    _ name: String, _ label: Text, _ value: String, _ hint: Text, _ problem: Text?
  ) -> HTML {
    HTML("div", class: "field") {
      call.html("label", ["for": name], label)
      HTML(
        "input",
        [
          "type": "text", "name": name, "id": name, "value": value, "autocomplete": "off",
          "aria-describedby": problem == nil ? "\(name)-hint" : "\(name)-problem \(name)-hint",
          "aria-invalid": problem == nil ? nil : "true",
        ])
      call.html("p", class: "hint", ["id": "\(name)-hint"], hint)
      if let problem { call.html("p", class: "problem", ["id": "\(name)-problem"], problem) }
    }
  }
}
