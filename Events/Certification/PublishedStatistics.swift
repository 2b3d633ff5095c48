/// One line of the statistics table of the fiche, as published. Rates are whole percents.
public struct PublishedStatistics: Hashable, Sendable {
  /// Calendar year of the awards.
  public let year: Count
  /// Number of persons certified.
  public let certified: Count
  /// Number of these certified by VAE.
  public let certifiedByExperience: Count
  /// Percentage employed six months after the award.
  public let insertionSixMonths: Count
  /// Percentage employed in the target occupation six months after the award.
  public let insertionOccupationSixMonths: Count
  /// Percentage employed in the target occupation two years after the award.
  public let insertionOccupationTwoYears: Count

  public init(
    year: Count, certified: Count, certifiedByExperience: Count, insertionSixMonths: Count,
    insertionOccupationSixMonths: Count, insertionOccupationTwoYears: Count
  ) {
    self.year = year
    self.certified = certified
    self.certifiedByExperience = certifiedByExperience
    self.insertionSixMonths = insertionSixMonths
    self.insertionOccupationSixMonths = insertionOccupationSixMonths
    self.insertionOccupationTwoYears = insertionOccupationTwoYears
  }
}

extension PublishedStatistics: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    certified = try fields.required("certified")
    certifiedByExperience = try fields.required("certifiedByExperience")
    insertionOccupationSixMonths = try fields.required("insertionOccupationSixMonths")
    insertionOccupationTwoYears = try fields.required("insertionOccupationTwoYears")
    insertionSixMonths = try fields.required("insertionSixMonths")
    year = try fields.required("year")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certified", certified)
    writer.member("certifiedByExperience", certifiedByExperience)
    writer.member("insertionOccupationSixMonths", insertionOccupationSixMonths)
    writer.member("insertionOccupationTwoYears", insertionOccupationTwoYears)
    writer.member("insertionSixMonths", insertionSixMonths)
    writer.member("year", year)
  }
}
