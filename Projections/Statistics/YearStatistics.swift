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
}
