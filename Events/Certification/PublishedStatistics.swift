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

extension PublishedStatistics: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let certified: Count = try reader.required("certified")
    let certifiedByExperience: Count = try reader.required("certifiedByExperience")
    let insertionOccupationSixMonths: Count = try reader.required("insertionOccupationSixMonths")
    let insertionOccupationTwoYears: Count = try reader.required("insertionOccupationTwoYears")
    let insertionSixMonths: Count = try reader.required("insertionSixMonths")
    let year: Count = try reader.required("year")
    self.init(
      year: year, certified: certified, certifiedByExperience: certifiedByExperience,
      insertionSixMonths: insertionSixMonths,
      insertionOccupationSixMonths: insertionOccupationSixMonths,
      insertionOccupationTwoYears: insertionOccupationTwoYears)
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
