internal import AcquisLedger
internal import Events
internal import Projections

/// Whether the figures of a line are from events or from the published document.
enum Figures: String, CaseIterable, TextConvertible {
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
  static func cells(_ year: YearStatistics, isScreen: Bool) -> [ListCell] {
    let rates = [
      year.insertionSixMonths, year.insertionOccupationSixMonths, year.insertionOccupationTwoYears,
    ]
    return [.number(year.year)] + (isScreen ? [.word(Figures.computed)] : [])
      + [.number(year.certified), .number(year.certifiedByExperience)]
      + rates.map { .percent($0) }
      + [.number(year.answeredSixMonths), .number(year.answeredTwoYears)]
  }

  /// A published line, which states no number of answers.
  static func cells(_ published: PublishedStatistics) -> [ListCell] {
    [
      .number(published.year.value), .word(Figures.published),
      .number(published.certified.value), .number(published.certifiedByExperience.value),
    ]
      + [
        published.insertionSixMonths, published.insertionOccupationSixMonths,
        published.insertionOccupationTwoYears,
      ].map { .percent($0.value) } + [.empty, .empty]
  }
}
