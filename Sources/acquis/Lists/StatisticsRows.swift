internal import AcquisLedger
internal import Events
internal import Projections

/// The lines of the statistics, of one certification or of all.
///
/// A screen has the published line of a year below the computed one, each rate with its number of answers, and
/// a total; a spreadsheet has one row a year, each value in a column of its own.
struct StatisticsRows {
  private let name: Text
  private let isOfAll: Bool
  private var elements: [Listing.Element] = []

  init(of code: CertificationCode, _ years: [YearStatistics]) {
    name = Text(verbatim: code.text)
    isOfAll = false
    for year in years { append(year, of: code, json: year.json) }
    if years.count > 1 {
      total = .total(of: years, year: 0)
    }
  }

  /// Every certification, the years together, each with its total where there are several certifications.
  init(ofAll statistics: [CertificationStatistics]) {
    name = Text("statistiques", "statistics")
    isOfAll = true
    let lines = statistics.flatMap { one in one.years.map { (one.certification, $0) } }
    let years = lines.map(\.1.year)
    guard let first = years.min(), let last = years.max() else { return }
    for number in first...last {
      let ofYear = lines.filter { $0.1.year == number }
      for (code, year) in ofYear { append(year, of: code, json: year.json(naming: code)) }
      let total = YearStatistics.total(of: ofYear.map(\.1), year: number)
      append(total, of: nil, json: total.json(naming: nil))
    }
    total = .total(of: lines.map(\.1), year: 0)
  }

  /// The total of all years, for a screen.
  private var total: YearStatistics?

  private mutating func append(
    _ year: YearStatistics, of code: CertificationCode?, json: JSONValue
  ) {
    let key = "\(year.year)" + (isOfAll ? ":\(code?.text ?? "total")" : "")
    let cells = cells(year, of: code)
    elements.append(Listing.Element(key: key, json: json, cells: cells))
  }

  func print(_ invocation: Invocation) throws {
    let isScreen = !["json", "csv", "xlsx"].contains(where: invocation.has)
    var shown = elements
    let isPage = ["limit", "after"].contains(where: invocation.has)
    if let total, isScreen, !isPage {
      var cells = cells(total, of: nil)
      cells[0] = .sentence(Text("total", "total"), .heading)
      if isOfAll { cells[1] = .empty }
      shown.append(Listing.Element(key: "total", json: .null, cells: cells))
    }
    try listing(shown).print(invocation)
  }

  /// The lines as files have them: without a total of all years.
  var listing: Listing { listing(elements) }

  private func listing(_ elements: [Listing.Element]) -> Listing {
    Listing(name: name, columns: columns, elements: elements, isOneDocument: true)
  }

  private var columns: [Listing.Column] {
    [.init(.year, isNumber: true)]
      + (isOfAll
        ? [
          .init(
            .certification, heading: Text("code", "code"),
            meaning: Text(
              "le code de la certification ; `total` : toutes ensemble",
              "the certification's code; `total`: all together"))
        ] : [])
      + StatisticsText.columns
  }

  private func cells(_ year: YearStatistics, of code: CertificationCode?) -> [ListCell] {
    let total = ListCell.word("total", Text("total", "total"), .heading)
    return [.number(year.year)]
      + (isOfAll ? [code.map { .plain($0.text) } ?? total] : [])
      + StatisticsText.cells(year)
  }
}

extension YearStatistics {
  /// ``json`` with the certification; `null` for the total of all.
  fileprivate func json(naming code: CertificationCode?) -> JSONValue {
    guard case .object(let members) = json else { return json }
    return .object(
      [JSONMember("certification", code.map { .string($0.text) } ?? .null)] + members)
  }
}
