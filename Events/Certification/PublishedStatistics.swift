/// One line of the fiche’s table, as published.
public struct PublishedStatistics: Hashable, Sendable {
  /// The year of award.
  public let year: Count
  /// How many were certified.
  public let certified: Count
  /// Of these, by VAE.
  public let certifiedByExperience: Count
  /// Employed after six months, in percent.
  public let insertionSixMonths: Count
  /// Employed in the occupation after six months, in percent.
  public let insertionOccupationSixMonths: Count
  /// Employed in the occupation after two years, in percent.
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
