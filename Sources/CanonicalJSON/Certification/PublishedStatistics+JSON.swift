public import Events

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
