internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import HTTP
internal import Rules

/// What breaks the rules in the whole history, by cause, the more serious first, with what would satisfy each.
struct FindingsPage {
  let call: PageCall

  /// The most causes, and the most entries of one that are named; their number is told.
  private static let (mostCauses, mostEntries) = (60, 10)

  func answer() throws -> PageAnswer {
    let question = call.question
    let filter = FilterValues(
      call, [Parameter("rule", .word(RuleBook.ids.map(\.description)))])
    let rule = call.query["rule"].flatMap { try? RuleID($0) }
    var running: (done: Int, all: Int)?
    guard let found = try findings(&running) else {
      return .page(
        Page(Text("Constats", "Findings"), refresh: Progress.refresh(call)) {
          filter.form(action: "/findings")
          HTML("div", ["id": Progress.id, "data-running": "yes"]) {
            Progress(call: call, done: running?.done ?? 0, all: running?.all ?? 0).html
          }
        })
    }
    let report = try FindingReport(
      found.filter { rule == nil || $0.rule == rule }, known: question.known,
      in: question.log)
    let persons = try PersonNames(call.texts)
    let shown = report.groups.prefix(Self.mostCauses)
    let sections = try FindingWeight.allCases.map { weight in
      try section(weight, shown.filter { $0.findings[0].weight == weight }, report, persons)
    }
    return .page(
      Page(Text("Constats", "Findings"), status: filter.status) {
        call.html(
          "p",
          Text(
            "Chaque règle, contrôlée sur tout l’historique, dérogations comprises.",
            "Every rule, checked over the whole history, waived or not."))
        filter.form(action: "/findings")
        if report.groups.isEmpty {
          call.html("p", class: "empty", Text("Aucun constat.", "No findings."))
        }
        HTML("div", ["id": Progress.id]) { HTML.joined(sections) }
        if report.groups.count > shown.count {
          let rest = report.groups.count - shown.count
          call.html(
            "p",
            [
              Text.count(
                rest, Text("autre cause", "more cause"), Text("autres causes", "more causes")),
              Text(" : filtrez par règle", ": filter by rule"),
            ].joined(separator: ""))
        }
      })
  }

  /// Every finding; of a large ledger nil while they are sought beside the requests.
  private func findings(_ running: inout (done: Int, all: Int)?) throws -> [Finding]? {
    let (on, known) = (call.question.on, call.question.known)
    let size = Int(known.number)
    guard size >= LongWorks.isLongFrom else { return try call.question.findings() }
    let (name, works) = ("\(on) \(known)", call.site.works.findings)
    switch works.state(of: name) {
    case .ended(.success(let found), _): return found
    case .ended(.failure(let failure), _):
      works.forget(name)
      throw failure
    case .running(let done, let all): running = (done, all)
    case .never:
      let ledger = call.ledgerApart
      works.begin(name, size: size) { progress in
        do {
          return .success(
            try Question(log: try ledger.log(), on: on, known: known).findings(progress: progress))
        } catch { return .failure(Failure(error, ledger: ledger.path)) }
      }
      running = (0, size)
    }
    return nil
  }

  private func section(
    _ weight: FindingWeight, _ groups: [FindingGroup], _ report: FindingReport,
    _ persons: PersonNames
  ) throws -> HTML {
    if groups.isEmpty { return .nothing }
    let articles = try groups.map { try article($0, report, persons) }
    return HTML("section") {
      call.html("h2", FindingText.title(weight))
      HTML.joined(articles)
    }
  }

  private func article(
    _ group: FindingGroup, _ report: FindingReport, _ persons: PersonNames
  ) throws -> HTML {
    let finding = group.findings[0]
    let count = group.findings.count
    let entries = try group.newestFirst.prefix(Self.mostEntries).map { finding in
      try entry(finding, report, persons)
    }
    let breach: String? = finding.weight == .breach ? "bad" : nil
    return HTML("article", class: "finding") {
      HTML("h3") {
        HTML("span", class: breach, text: "\(finding.rule)")
        HTML(text: " \(call.say(finding.message.capitalised))")
      }
      call.html(
        "p",
        Text("il faut : \(finding.remedy.french)", "needed: \(finding.remedy.english)").withoutTypes
          .capitalised)
      if finding.isWaived { call.html("p", class: "soon", Text("Dérogation.", "Waived.")) }
      HTML("ul", class: "inline") { HTML.joined(entries) }
      if count > Self.mostEntries {
        let rest = count - Self.mostEntries
        call.html(
          "p",
          Text.count(
            rest, Text("autre entrée", "more entry"), Text("autres entrées", "more entries")))
      }
    }
  }

  private func entry(
    _ finding: Finding, _ report: FindingReport, _ persons: PersonNames
  ) throws -> HTML {
    let candidacy = report.candidacies[finding.position]
    let person = report.persons[finding.position]
    let name = try person.flatMap { try persons.name(of: $0) }
    return HTML("li") {
      call.link(
        call.links.to(entry: finding.position),
        Text("position \(finding.position)", "position \(finding.position)"))
      if let candidacy {
        HTML(text: " ")
        call.link(
          call.links.to(["candidacies", candidacy.text]),
          name.map { "\($0) (\(candidacy))" } ?? candidacy.text)
      } else if let person {
        HTML(text: " ")
        call.link(
          call.links.to(["candidates", person.text]),
          name.map { "\($0) (\(person))" } ?? person.text)
      }
    }
  }
}
