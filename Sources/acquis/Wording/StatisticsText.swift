internal import AcquisLedger
internal import Events
internal import Projections

/// The cells of the statistics table.
enum StatisticsText {
  /// After the year. In files a rate and its number of answers have a column each, on a screen they share one,
  /// as do a computed figure and the published one.
  static let columns: [Listing.Column] =
    [.init(.certified, isNumber: true), .init(.certifiedByExperience, isNumber: true)]
    + [.insertionSixMonths, .insertionOccupationSixMonths, .insertionOccupationTwoYears].map {
      Listing.Column($0)
    }
    + [
      .answeredSixMonths, .answeredTwoYears, .publishedCertified, .publishedByExperience,
      .publishedSixMonths, .publishedOccupationSixMonths, .publishedOccupationTwoYears,
    ].map { Listing.Column($0, isNumber: true, isInFilesOnly: true) }
    + [
      Listing.Column(
        name: "published", Text("publiés par la fiche", "published in the fiche"), rank: 1,
        isOnScreenOnly: true)
    ]

  /// A year; rates without answers are empty.
  static func cells(_ year: YearStatistics) -> [ListCell] {
    let (six, two) = (year.answeredSixMonths, year.answeredTwoYears)
    let published = year.published
    return [
      .number(year.certified), .number(year.certifiedByExperience),
      rate(year.insertionSixMonths, year.employedSixMonths, six),
      rate(year.insertionOccupationSixMonths, year.inOccupationSixMonths, six),
      rate(year.insertionOccupationTwoYears, year.inOccupationTwoYears, two),
      .number(six), .number(two),
      .number(published?.certified.value), .number(published?.certifiedByExperience.value),
      .percent(published?.insertionSixMonths.value),
      .percent(published?.insertionOccupationSixMonths.value),
      .percent(published?.insertionOccupationTwoYears.value),
      published.map { .sentence(text(of: $0), .faint) } ?? .empty,
    ]
  }

  /// `71 % (34 sur 48)` on a screen.
  private static func rate(_ percent: Int?, _ part: Int, _ whole: Int) -> ListCell {
    guard let percent else { return .empty }
    return ListCell.percent(percent).onScreen(
      Text(
        "\(percent)\u{a0}% (\(part)\u{a0}sur\u{a0}\(whole))",
        "\(percent)% (\(part)\u{a0}of\u{a0}\(whole))"))
  }

  /// `15, dont VAE 2 ; 100 %, 93 %, 80 %`, in the order of the columns.
  private static func text(of published: PublishedStatistics) -> Text {
    let (certified, byExperience) = (
      published.certified.value, published.certifiedByExperience.value
    )
    let rates = [
      published.insertionSixMonths, published.insertionOccupationSixMonths,
      published.insertionOccupationTwoYears,
    ].map(\.value)
    let french = rates.map { "\($0)\u{a0}%" }.joined(separator: ", ")
    let english = rates.map { "\($0)%" }.joined(separator: ", ")
    return Text(
      "\(certified), dont VAE \(byExperience) ; \(french)",
      "\(certified), of them VAE \(byExperience); \(english)")
  }
}
