internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `statistics CODE`
  static let statistics = Command(
    name: "statistics",
    summary: Text(
      "donne le tableau de la fiche, tiré des événements, à côté des chiffres publiés",
      "gives the fiche's table, from events, beside the published figures"),
    arguments: [
      Argument(
        name: "CODE", help: Text("le code de la certification", "the certification's code"))
    ],
    options: [Command.on, Command.known, Listing.csv],
    example: "acquis statistics RNCP38052"
  ) { invocation in
    let code: CertificationCode = try invocation.id("CODE")
    let question = try invocation.question()
    try UnknownID.check(.certification(code), in: question.log)
    let years = try question.replay(showingIn: invocation.output).state.statistics(of: code)
    if invocation.has("json"), !invocation.has("csv") {
      return try invocation.output.line(JSONValue.list(years.map(\.json)).description)
    }
    // On a screen the published line of a year follows the computed one; a spreadsheet has one row a
    // year.
    let isScreen = !invocation.has("csv")
    let columns =
      [Listing.Column(.year, isNumber: true)] + (isScreen ? [Listing.Column(.figures)] : [])
      + StatisticsText.columns.map { Listing.Column($0, isNumber: true) }
    try Listing(
      name: Text(verbatim: code.text), columns: columns,
      elements: years.flatMap { year in
        let computed = Listing.Element(
          key: String(year.year), json: year.json,
          cells: StatisticsText.cells(year, isScreen: isScreen))
        guard isScreen, let published = year.published else { return [computed] }
        return [
          computed,
          Listing.Element(
            key: "\(year.year).published", json: year.json,
            cells: StatisticsText.cells(published)),
        ]
      }
    ).print(invocation)
  }
}
