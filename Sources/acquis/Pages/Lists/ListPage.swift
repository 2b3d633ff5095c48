internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import HTTP

/// A page that is a list of the command line: its filters as a form, its rows as a table, page by page.
struct ListPage: Sendable {
  let title: Text
  let command: Command
  /// Its filters.
  var parameters: [Parameter] = []
  /// The values of filters that the address does not name.
  var usual: [String: String] = [:]
  /// A list whose persons may be searched by name: the form is posted, so that no address has a name.
  var search: String?
  /// A sentence below the heading.
  var about: Text?
  /// Whether the list begins with its last page, where no filter says otherwise.
  var startsAtEnd = false
  /// How many elements the list begins with, the latest ones, where no filter says otherwise; nil: with its own
  /// beginning.
  var latest: Int?
  /// What else stands above the table.
  var top: (@Sendable (PageCall) throws -> HTML)?

  /// Rows of one page: more would make it heavy, and nobody reads them.
  static let length = 50

  func answer(_ call: PageCall) throws -> PageAnswer {
    var values = FilterValues(call, parameters, usual: usual)
    let name = call.request.method == "POST" ? call.form["name"] ?? "" : nil
    if let name, !Self.isName(name) {
      throw PageProblem(
        status: 400, PageProblem.title(400),
        Text(
          "un nom est attendu, de 200 caractères au plus",
          "expected a name of at most 200 characters"))
    }
    let options = values.options + call.options(of: command)
    if name == nil, call.query["as"] == "csv", values.problems.isEmpty {
      return try file(call, options)
    }
    let isBare = call.query.items.allSatisfy { item in
      ["on", "known", "lang"].contains(item.name) || item.value.isEmpty
    }
    let first = call.question.known.number - Int64(Self.length)
    let start =
      startsAtEnd && isBare && call.times.on == nil && first > 0 ? ["--after=\(first)"] : []
    let paging =
      start + ["--limit=\(Self.length + 1)"]
      + ((name == nil ? call.query["after"] : call.form["after"]).map { ["--after=\($0)"] } ?? [])
    let isLatest = latest != nil && isBare && name == nil
    let table = KeptTable()
    var done: ServedCall?
    if values.problems.isEmpty {
      let ran = call.run(
        command, [], options + paging + (name.map { ["--name=\($0)"] } ?? []), table: table,
        pageLength: Self.length, latest: isLatest ? latest : nil)
      if let failure = ran.failure {
        if case .ledger = failure { throw failure }
        values.failure = failure.text.withoutOption
      }
      done = ran
    }
    let (shown, next) = (values, done?.next)
    let above = try top?(call) ?? .nothing
    return .page(
      Page(title, status: values.status) {
        if let about { call.html("p", about) }
        above
        if let failure = shown.failure {
          call.html("p", class: "refusals", ["role": "alert"], failure.capitalised)
        }
        shown.form(action: "/" + command.pageAddress)
        if let search { searchForm(call, search, name) }
        ListTable(call, title, table).html
        if isLatest {
          HTML("p", class: "next") {
            call.link(
              link(call, ("all", "yes")),
              Text("La liste entière, dans son ordre", "The whole list, in its order"))
          }
        } else if let next {
          more(call, next, name)
        }
        if !start.isEmpty {
          HTML("p", class: "next") {
            call.link(link(call, ("from", "1")), Text("Depuis le début", "From the beginning"))
          }
        }
        if name == nil, !table.rows.isEmpty {
          HTML("p", class: "files") {
            call.link(
              link(call, ("as", "csv")), Text("Fichier pour un tableur", "Spreadsheet file"))
          }
        }
      })
  }

  /// Whether a name may be searched, as the API takes it.
  private static func isName(_ text: String) -> Bool {
    1...200 ~= text.unicodeScalars.count && !text.allSatisfy(\.isWhitespace)
      && !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
  }

  /// The address of this list as it is filtered, with one more parameter.
  private func link(_ call: PageCall, _ further: (String, String)) -> String {
    let items = call.query.items.filter { !["after", "as", "lang"].contains($0.name) }
    return PageLinks.address(
      [command.pageAddress], items.map { ($0.name, $0.value as String?) } + [(further.0, further.1)]
    )
  }

  private func more(_ call: PageCall, _ next: String, _ name: String?) -> HTML {
    let text = Text("Page suivante", "Next page")
    guard let name, let search else {
      return HTML("p", class: "next") { call.link(link(call, ("after", next)), text) }
    }
    return HTML("form", class: "next", ["method": "post", "action": searchAddress(call, search)]) {
      SessionFields.key(call.visitor.session)
      HTML("input", ["type": "hidden", "name": "name", "value": name])
      HTML("input", ["type": "hidden", "name": "after", "value": next])
      call.html("button", text)
    }
  }

  /// Where a name is searched: with the filters and the two times of the page.
  private func searchAddress(_ call: PageCall, _ search: String) -> String {
    let kept = call.query.items.filter { !["after", "as", "lang", "all"].contains($0.name) }
    return PageLinks.address(
      search.split(separator: "/").map(String.init), kept.map { ($0.name, $0.value) })
  }

  private func searchForm(_ call: PageCall, _ search: String, _ name: String?) -> HTML {
    guard call.grant.may(.seeNames) else { return .nothing }
    return HTML(
      "form", class: "search",
      ["method": "post", "action": searchAddress(call, search), "role": "search"]
    ) {
      SessionFields.key(call.visitor.session)
      HTML("div", class: "field") {
        call.html("label", ["for": "name"], Text("Chercher un nom", "Search a name"))
        HTML(
          "input",
          [
            "type": "search", "name": "name", "id": "name", "value": name, "required": "required",
            "aria-describedby": "name-hint", "autocomplete": "off",
          ])
        call.html(
          "p", class: "hint", ["id": "name-hint"],
          Text(
            "les mots dans n’importe quel ordre ; leur début avec *",
            "words in any order; the beginning of one with *"))
      }
      call.html("button", Text("Chercher", "Search"))
    }
  }

  /// The whole list for a spreadsheet.
  private func file(_ call: PageCall, _ options: [String]) throws -> PageAnswer {
    let style = call.language == .french ? "--csv=fr" : "--csv"
    let done = call.run(command, [], options + [style])
    if let failure = done.failure { throw failure }
    return .file(
      Download(name: "\(command.pageAddress).csv", "text/csv; charset=utf-8", done.answer).response)
  }
}

extension Command {
  /// The first word of the address of its page.
  var pageAddress: String {
    switch name {
    case "candidates": "candidacies"
    case "log": "entries"
    default: name
    }
  }
}
