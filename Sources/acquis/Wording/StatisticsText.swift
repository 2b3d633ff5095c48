internal import AcquisLedger
internal import Events
internal import Projections

/// Whether the figures of a line are from events or from the published document.
enum Figures: String, CaseIterable {
  case computed, published

  var text: Text {
    switch self {
    case .computed: Text("calculés", "computed")
    case .published: Text("publiés", "published")
    }
  }
}

/// The cells of the statistics table.
enum StatisticsText {
  /// After the year and, on a screen, ``ListColumn/figures``.
  static let columns: [ListColumn] = [
    .certified, .certifiedByExperience, .insertionSixMonths, .insertionOccupationSixMonths,
    .insertionOccupationTwoYears, .answeredSixMonths, .answeredTwoYears,
  ]

  /// A line from events; rates without answers are empty.
  static func cells(_ year: YearStatistics, isScreen: Bool) -> [String] {
    let rates = [
      year.insertionSixMonths, year.insertionOccupationSixMonths, year.insertionOccupationTwoYears,
    ]
    return [String(year.year)] + (isScreen ? [Figures.computed.rawValue] : [])
      + [String(year.certified), String(year.certifiedByExperience)]
      + rates.map { $0.map(String.init) ?? "" }
      + [String(year.answeredSixMonths), String(year.answeredTwoYears)]
  }

  /// A published line, which states no number of answers.
  static func cells(_ published: PublishedStatistics) -> [String] {
    [String(published.year.value), Figures.published.rawValue]
      + [
        published.certified, published.certifiedByExperience, published.insertionSixMonths,
        published.insertionOccupationSixMonths, published.insertionOccupationTwoYears,
      ].map { String($0.value) } + ["", ""]
  }
}
