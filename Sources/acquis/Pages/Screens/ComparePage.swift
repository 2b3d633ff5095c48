internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// What changed between two states of knowledge, the worst first, with the entries that did it.
struct ComparePage {
  let call: PageCall

  private func typed(_ name: String) -> String? {
    call.query[name].flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
  }

  func answer() throws -> PageAnswer {
    let (from, to) = (typed("from"), typed("to"))
    var (lines, problem): ([String], Text?) = ([], nil)
    if let from {
      let names = call.options(of: .compare).filter { !$0.hasPrefix("--known") }
      let done = call.run(
        .compare, [],
        ["--known=\(from)", "--known=\(to ?? "end")"] + names
          + (call.query["findings"] == "no" ? ["--no-findings"] : []))
      if let failure = done.failure {
        // Changes were found: the answer is there, the status says so.
        if case .ledger = failure { throw failure }
        if done.answer.isEmpty { problem = failure.text }
      }
      lines = String(decoding: done.answer, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return .page(
      Page(Text("Comparer", "Compare"), status: problem == nil ? 200 : 400) {
        call.html(
          "p",
          Text(
            "Ce que le registre savait à deux moments : ce qui a changé, par quelles entrées, de qui et pourquoi.",
            "What the ledger knew at two moments: what changed, by which entries, whose and why."))
        form(from, to, problem)
        IndentedLines(call: call, lines: lines).html
      })
  }

  private func form(_ from: String?, _ to: String?, _ problem: Text?) -> HTML {
    HTML("form", class: "filters", ["method": "get", "action": "/compare"]) {
      if let problem {
        call.html("p", class: "refusals", ["role": "alert", "id": "compare-problem"], problem)
      }
      HTML("input", ["type": "hidden", "name": "on", "value": call.times.on?.description])
      field("from", Text("De", "From"), from, problem != nil)
      field("to", Text("À (vide : la fin)", "To (empty: the end)"), to, false)
      HTML("div", class: "field") {
        call.html("label", ["for": "findings"], Text("Contrôler les règles", "Check the rules"))
        HTML("select", ["name": "findings", "id": "findings"]) {
          call.html("option", ["value": ""], Text("oui", "yes"))
          call.html(
            "option",
            ["value": "no", "selected": call.query["findings"] == "no" ? "selected" : nil],
            Text("non, plus vite", "no, faster"))
        }
      }
      HTML("div", class: "buttons") { call.html("button", Text("Comparer", "Compare")) }
    }
  }

  private func field(_ name: String, _ label: Text, _ value: String?, _ isWrong: Bool) -> HTML {
    HTML("div", class: "field") {
      call.html("label", ["for": name], label)
      HTML(
        "input",
        [
          "type": "text", "name": name, "id": name, "value": value, "autocomplete": "off",
          "aria-describedby": isWrong ? "\(name)-hint compare-problem" : "\(name)-hint",
          "aria-invalid": isWrong ? "true" : nil,
        ])
      call.html(
        "p", class: "hint", ["id": "\(name)-hint"],
        Text("une position, un jour ou un instant", "a position, a day or an instant"))
    }
  }
}
