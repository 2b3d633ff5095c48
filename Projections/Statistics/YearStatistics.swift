/// One line of the fiche's table, from events: the awards of one year and what became of the holders.
///
/// Rates are whole percents, rounded half up, of those who answered that survey; nil where nobody did
/// (DOMAIN §4).
public struct YearStatistics: Hashable, Sendable {
  /// The calendar year of the award.
  public let year: Int
  /// How many awards stand.
  public let certified: Int
  /// Of these, by VAE.
  public let certifiedByExperience: Int
  /// Employed after six months, in percent.
  public let insertionSixMonths: Int?
  /// Employed in the occupation aimed at after six months, in percent.
  public let insertionOccupationSixMonths: Int?
  /// Employed in the occupation aimed at after two years, in percent.
  public let insertionOccupationTwoYears: Int?
}
