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
    func sum(_ count: KeyPath<YearStatistics, Int>) -> Int {
      lines.reduce(0) { $0 + $1[keyPath: count] }
    }
    let (sixMonths, twoYears) = (sum(\.answeredSixMonths), sum(\.answeredTwoYears))
    let employed = sum(\.employedSixMonths)
    let (inSix, inTwo) = (sum(\.inOccupationSixMonths), sum(\.inOccupationTwoYears))
    return YearStatistics(
      year: year, certified: sum(\.certified), certifiedByExperience: sum(\.certifiedByExperience),
      insertionSixMonths: percent(employed, of: sixMonths),
      insertionOccupationSixMonths: percent(inSix, of: sixMonths),
      insertionOccupationTwoYears: percent(inTwo, of: twoYears),
      answeredSixMonths: sixMonths, answeredTwoYears: twoYears, published: nil,
      employedSixMonths: employed, inOccupationSixMonths: inSix, inOccupationTwoYears: inTwo)
  }

  /// Whole percent, rounded half up; nil of nothing.
  static func percent(_ part: Int, of whole: Int) -> Int? {
    whole == 0 ? nil : (200 * part + whole) / (2 * whole)
  }
}
