public import Events

/// One line of the statistics table of the fiche, from events: the awards of one year and the
/// answers of those certified to the insertion surveys; beside it, the line that was published.
///
/// Rates are whole percents, rounded half up, of those who answered that survey; nil if no one did.
public struct YearStatistics: Hashable, Sendable {
  /// Calendar year of the awards.
  public let year: Int
  /// Number of awards not revoked.
  public let certified: Int
  /// Number of these by VAE, by the pathway of the award's day.
  public let certifiedByExperience: Int
  /// Percentage employed six months after the award.
  public let insertionSixMonths: Int?
  /// Percentage employed in the target occupation six months after the award.
  public let insertionOccupationSixMonths: Int?
  /// Percentage employed in the target occupation two years after the award.
  public let insertionOccupationTwoYears: Int?
  /// Number who answered the survey six months after the award.
  public let answeredSixMonths: Int
  /// Number who answered the survey two years after the award.
  public let answeredTwoYears: Int
  /// The line of the framework's document; nil if it has none of this year.
  public let published: PublishedStatistics?
  /// Numbers of positive answers that the three rates rest on.
  public let employedSixMonths: Int
  public let inOccupationSixMonths: Int
  public let inOccupationTwoYears: Int
}

extension YearStatistics {
  /// Lines added up, of several years or of several certifications; rates are of all answers together. Nothing
  /// is published of a sum.
  ///
  /// - Parameter year: the year that they share, or any for a sum over years.
  public static func total(of lines: some Collection<YearStatistics>, year: Int) -> YearStatistics {
    line(
      of: year, lines.reduce(AwardCounts()) { $0 + $1.counts }, published: nil)
  }

  /// The lines of a certification: one for each year from the first to the last of an award or a published
  /// figure, ascending.
  ///
  /// - Parameter published: as the framework has them; of two of one year, the later counts.
  public static func lines(
    of counts: [Int: AwardCounts], published: [PublishedStatistics]
  ) -> [YearStatistics] {
    var figures: [Int: PublishedStatistics] = [:]
    for line in published { figures[line.year.value] = line }
    let years = Array(counts.keys) + Array(figures.keys)
    guard let first = years.min(), let last = years.max() else { return [] }
    return (first...last).map {
      line(of: $0, counts[$0] ?? AwardCounts(), published: figures[$0])
    }
  }

  private static func line(
    of year: Int, _ counts: AwardCounts, published: PublishedStatistics?
  ) -> YearStatistics {
    YearStatistics(
      year: year, certified: counts.certified, certifiedByExperience: counts.byExperience,
      insertionSixMonths: percent(counts.employed, of: counts.answeredSixMonths),
      insertionOccupationSixMonths: percent(counts.inOccupation, of: counts.answeredSixMonths),
      insertionOccupationTwoYears: percent(
        counts.inOccupationTwoYears, of: counts.answeredTwoYears),
      answeredSixMonths: counts.answeredSixMonths, answeredTwoYears: counts.answeredTwoYears,
      published: published, employedSixMonths: counts.employed,
      inOccupationSixMonths: counts.inOccupation,
      inOccupationTwoYears: counts.inOccupationTwoYears)
  }

  /// The counts that the line was made of.
  public var counts: AwardCounts {
    AwardCounts(
      certified: certified, byExperience: certifiedByExperience,
      answeredSixMonths: answeredSixMonths, employed: employedSixMonths,
      inOccupation: inOccupationSixMonths, answeredTwoYears: answeredTwoYears,
      inOccupationTwoYears: inOccupationTwoYears)
  }

  /// Whole percent, rounded half up; nil of nothing.
  static func percent(_ part: Int, of whole: Int) -> Int? {
    whole == 0 ? nil : (200 * part + whole) / (2 * whole)
  }
}
