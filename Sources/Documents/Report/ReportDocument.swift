internal import AcquisLedger
public import Cryptography
internal import Events
public import Projections

extension PeriodReport {
  /// The SHA-256 of the report's figures: of the canonical bytes of ``Projections/PeriodReport/json``, which
  /// hold no name.
  public func digest() throws(CryptographyFailure) -> Digest {
    try SHA256().digest(of: json.canonicalBytes)
  }

  /// The report as a document: a few sentences, two charts, the tables.
  ///
  /// - Parameter names: what is opened about persons; ids are shown without.
  public func document(
    _ names: ReportNames = .none, in languages: Languages
  ) throws(CryptographyFailure) -> Document {
    let tables = tables(names)
    return Document(
      title: title, in: languages, grounds: .tables(try digest())
    ) {
      HTML("div", class: "report") {
        languages.html("h1", title)
        languages.html("p", class: "centred small", scope)
        for sentence in sentences { languages.html("p", sentence) }
        awardChart(in: languages.first).html
        if let chart = outcomeChart(in: languages.first) { chart.html }
        for table in tables { table.html(in: languages) }
      }
    }
  }

  /// `Rapport d’octobre 2026`, `Rapport de l’année 2026`.
  private var title: Text {
    guard let month = period.month else {
      return Text("Rapport de l’année \(period.year)", "Report of the year \(period.year)")
    }
    // `1er octobre 2026`: the words after the day.
    let words = period.firstDay.text.french.split(separator: " ").dropFirst()
      .joined(separator: " ")
    let isVowel = [4, 8, 10].contains(month)
    return Text("Rapport \(isVowel ? "d’" : "de ")\(words)", "Report of \(period)")
  }

  /// The certification, the day and the state of knowledge.
  private var scope: Text {
    let day = on.text
    let what =
      certification.map { Text("certification \($0)", "certification \($0)") }
      ?? Text("toutes les certifications", "every certification")
    let unfinished =
      on < period.lastDay
      ? Text(" · période en cours", " · the period is not over on this day")
      : Text(verbatim: "")
    return Text(
      "\(what.french) · à la fin du \(day.french), état du registre : position \(known)\(unfinished.french)",
      "\(what.english) · at the end of \(day.english), known to position \(known)\(unfinished.english)"
    )
  }
}
