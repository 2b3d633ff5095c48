internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `statistics CODE`
  static let statistics = Command(
    name: "statistics",
    summary: Text(
      "donne le tableau de la fiche, tiré des événements",
      "gives the fiche's table, from events"),
    arguments: [
      Argument(
        name: "CODE", help: Text("le code de la certification", "the certification's code"))
    ],
    options: [Command.on, Command.known, Listing.csv],
    example: "acquis statistics RNCP38052"
  ) { invocation in
    let code: CertificationCode = try invocation.id("CODE")
    let question = try invocation.question()
    let (log, day, known) = (question.log, question.on, question.known)
    try UnknownID.check(.certification(code), in: log)
    let years = try question.replay(showingIn: invocation.output).state.statistics(of: code)
    if invocation.has("json"), !invocation.has("csv") {
      return try invocation.output.line(JSONValue.list(years.map(\.json)).description)
    }
    let columns: [ListColumn] = [
      .year, .certified, .certifiedByExperience, .insertionSixMonths, .insertionOccupationSixMonths,
      .insertionOccupationTwoYears,
    ]
    try Listing(
      columns: columns.map { Table.Column($0, isNumber: true) },
      elements: years.map { year in
        let rates = [
          year.insertionSixMonths, year.insertionOccupationSixMonths,
          year.insertionOccupationTwoYears,
        ]
        return Listing.Element(
          key: String(year.year), json: year.json,
          cells: [year.year, year.certified, year.certifiedByExperience].map(String.init)
            + rates.map { $0.map(String.init) ?? "" })
      }
    ).print(invocation)
  }
}
