internal import Documents
internal import Events
internal import Projections
internal import Sheets

extension ReportNames {
  /// The report in JSON, with the names, reasons and count that were opened; its own figures alone where
  /// nothing was.
  func json(with report: PeriodReport) -> JSONValue {
    guard let incompleteIdentities, case .object(let members) = report.json else {
      return report.json
    }
    let names: JSONValue = [
      "persons": .object(
        persons.sorted { $0.key < $1.key }.map { JSONMember($0.key.text, .string($0.value)) }),
      "reasons": .object(
        reasons.sorted { $0.key < $1.key }
          .map { JSONMember($0.key.description, .string($0.value)) }),
      "incompleteIdentities": .integer(incompleteIdentities),
    ]
    return .object(members + [JSONMember("names", names)])
  }
}

extension Invocation {
  /// The format of `--csv`; nil without the option.
  func csvStyle() throws(Failure) -> CSVStyle? {
    guard let text = option("csv") else { return nil }
    if let style = CSVStyle(rawValue: text) { return style }
    throw .usage(Text("--csv : rien ou fr est attendu", "--csv: expected nothing or fr"))
  }

  /// Prints tables one after the other as a spreadsheet's file, each after its name, with an empty line
  /// between two.
  func print(_ tables: [ReportTable], _ style: CSVStyle) throws(Failure) {
    let language = output.language
    try output.bytes(Array(style.preamble.utf8))
    for (index, table) in tables.enumerated() {
      let lines = style.lines(
        [table.columns.map { $0.heading.text(in: language) }]
          + table.rows.map { $0.map { $0.field(in: language) } })
      let title = style.field(table.name.text(in: language))
      for line in (index == 0 ? [] : [""]) + [title] + lines {
        try output.bytes(Array((line + "\r\n").utf8))
      }
    }
  }
}

extension ReportTable.Cell {
  /// The cell in a file of values: days as `2021-06-17`, percentages as whole numbers.
  fileprivate func field(in language: Language) -> String {
    switch self {
    case .text(let text): text.text(in: language)
    case .plain(let text): text
    case .number(let number), .percent(let number): String(number)
    case .day(let day): day.description
    case .empty: ""
    }
  }
}
