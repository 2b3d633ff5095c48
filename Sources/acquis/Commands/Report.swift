internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `report [--month M|--year Y] [--certification CODE] [--to FILE] [--xlsx FILE] [--csv]`
  static let report = Command(
    name: "report",
    summary: Text(
      "donne le mois ou l’année du certificateur : ce qui s’est passé, ce qui est à faire, avec des graphiques",
      "gives the certifier's month or year: what happened, what is to be done, with charts"),
    options: [
      Option(
        name: "month", value: "MONTH",
        help: Text(
          "ce mois, AAAA-MM (par défaut celui de --on)",
          "this month, YYYY-MM (default: that of --on)")),
      Option(
        name: "year", value: "YEAR", help: Text("cette année, AAAA", "this year, YYYY")),
      Option(
        name: "certification", value: "CODE",
        help: Text("cette certification seulement", "this certification only")),
      Command.on, Command.known, Command.to, SheetOutput.option, Listing.csv,
    ] + Command.names,
    example: "acquis report --year 2021 --to 2021.html --xlsx 2021.xlsx"
  ) { invocation in
    let question = try invocation.question()
    let period = try period(invocation, on: question.on)
    let csv = try invocation.csvStyle()
    let certification = try invocation.certification(in: question.log)
    let report = try question.report(of: period, certification: certification) { count in
      invocation.output.progress(Text("entrées lues : \(count)", "events read: \(count)"))
    }
    invocation.output.endProgress()
    let names = try names(of: report, question, invocation)
    let tables = report.tables(names)
    // The spreadsheet first: if it cannot be written, nothing is.
    try invocation.writeSheets { tables.map { $0.sheet(in: invocation.output.language) } }
    if let csv {
      try invocation.print(tables, csv)
    } else if invocation.has("json") {
      try invocation.output.line(names.json(with: report).description)
    } else if invocation.has("to") || !invocation.has("xlsx") {
      try invocation.write(report.document(names, in: Languages(invocation.output.language)))
    }
  }

  /// The period of `--month` or `--year`; without both, the month of a day.
  private static func period(
    _ invocation: Invocation, on day: CalendarDate
  ) throws(Failure) -> ReportPeriod {
    if invocation.has("month"), invocation.has("year") {
      throw .usage(
        Text("--month et --year ne vont pas ensemble", "--month and --year exclude each other"))
    }
    if let text = invocation.option("month") {
      guard let period = ReportPeriod(month: text) else {
        throw .usage(
          Text("--month : un mois est attendu, AAAA-MM", "--month: expected a month, YYYY-MM"))
      }
      return period
    }
    if let text = invocation.option("year") {
      guard let period = ReportPeriod(year: text) else {
        throw .usage(
          Text("--year : une année est attendue, AAAA", "--year: expected a year, YYYY"))
      }
      return period
    }
    return ReportPeriod(monthOf: day)
  }

  /// What is opened about persons. A report needs no name: where there is no vault, it shows ids.
  private static func names(
    of report: PeriodReport, _ question: Question, _ invocation: Invocation
  ) throws -> ReportNames {
    let hasVault = try Ledger(invocation).hasVault
    let isDocument = hasVault && (!invocation.has("json") || invocation.has("csv"))
    return try ReportNames(
      of: report, invocation.personalTexts(question, isDocument: isDocument))
  }
}
