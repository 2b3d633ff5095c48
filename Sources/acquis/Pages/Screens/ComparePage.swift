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
    let (from, to) = (typed("from"), typed("to") ?? call.times.known?.description)
    var (lines, problem): ([String], Text?) = ([], nil)
    var running: (done: Int, all: Int)?
    if call.times.onProblem == nil, let from, let done = comparison(from, to ?? "end", &running) {
      if let failure = done.failure {
        // Changes were found: the answer is there, the status says so.
        if case .ledger = failure { throw failure }
        if done.answer.isEmpty { problem = failure.text.withoutOption }
      }
      lines = String(decoding: done.answer, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return .page(
      Page(
        Text("Comparer", "Compare"), status: problem == nil ? 200 : 400,
        hasTimes: false, refresh: running == nil ? nil : Progress.refresh(call)
      ) {
        call.html(
          "p",
          Text(
            "Ce que le registre savait à deux moments : ce qui a changé, par quelles entrées, de qui et pourquoi.",
            "What the ledger knew at two moments: what changed, by which entries, whose and why."))
        form(from, to, problem)
        HTML("div", ["id": Progress.id, "data-running": running == nil ? nil : "yes"]) {
          if let running { Progress(call: call, done: running.done, all: running.all).html }
          IndentedLines(call: call, lines: lines).html
        }
      })
  }

  /// The answer of the command; of a large ledger nil while it is made, then without names, for it is made beside
  /// the requests.
  private func comparison(
    _ from: String, _ to: String, _ running: inout (done: Int, all: Int)?
  ) -> ServedCall? {
    let isJudged = call.query["findings"] != "no"
    var options =
      ["--known=\(from)", "--known=\(to)"] + (isJudged ? [] : ["--no-findings"])
      + (call.times.on.map { ["--on=\($0)"] } ?? [])
    let size = Int(call.times.last.number)
    guard size >= LongWorks.isLongFrom else {
      options.append(call.showsNames ? "--names" : "--no-names")
      return call.run(.compare, [], options)
    }
    options.append("--no-names")
    let question = (options + [call.language.rawValue, "\(size)", "\(Ledger.today)"])
      .joined(separator: " ")
    let works = call.site.works.answers
    switch works.state(of: question) {
    case .ended(let done, _):
      if done.failure != nil { works.forget(question) }
      return done
    case .running(let done, let all): running = (done, all)
    case .never:
      let (ledger, language) = (call.ledgerApart, call.language)
      works.begin(question, size: size) { [options] progress in
        ServedCall(
          .compare, [], options: options,
          ServedLedger(ledger: ledger, progress: progress), in: language)
      }
      running = (0, size)
    }
    return nil
  }

  private func form(_ from: String?, _ to: String?, _ problem: Text?) -> HTML {
    HTML("form", class: "filters", ["method": "get", "action": "/compare"]) {
      if let problem {
        call.html("p", class: "refusals", ["role": "alert", "id": "compare-problem"], problem)
      }
      HTML("div", class: "field") {
        call.html("label", ["for": "on"], Text("États au", "States on"))
        HTML(
          "input",
          [
            "type": "text", "name": "on", "id": "on", "autocomplete": "off",
            "value": call.times.onProblem == nil
              ? call.question.on.inTable.text(in: call.language) : call.times.typedOn,
            "aria-describedby": call.times.onProblem == nil ? nil : "on-problem",
            "aria-invalid": call.times.onProblem == nil ? nil : "true",
          ])
        if let problem = call.times.onProblem {
          call.html("p", class: "problem", ["id": "on-problem"], problem)
        }
      }
      field("from", Text("Depuis la fin du", "After the end of"), from, problem != nil)
      field(
        "to", Text("Jusqu’à la fin du (vide : tout)", "Up to the end of (empty: all)"), to, false)
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
        Text("un jour, une position ou un instant", "a day, a position or an instant"))
    }
  }
}
