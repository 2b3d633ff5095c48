/// One line of the statistics table of the fiche, from events: the awards of one year and the
/// answers of those certified to the insertion surveys.
///
/// Rates are whole percents, rounded half up, of those who answered that survey; nil if no one did
///.
public struct YearStatistics: Hashable, Sendable {
  /// Calendar year of the awards.
  public let year: Int
  /// Number of awards not revoked.
  public let certified: Int
  /// Number of these by VAE.
  public let certifiedByExperience: Int
  /// Percentage employed six months after the award.
  public let insertionSixMonths: Int?
  /// Percentage employed in the target occupation six months after the award.
  public let insertionOccupationSixMonths: Int?
  /// Percentage employed in the target occupation two years after the award.
  public let insertionOccupationTwoYears: Int?
}
