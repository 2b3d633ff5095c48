public import Events

extension AdmissibilityDecided: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let admissible: Bool = try reader.required("admissible")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let validUntil: CalendarDate? = try reader.optional("validUntil")
    self.init(candidacy: candidacy, admissible: admissible, validUntil: validUntil)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("admissible", admissible)
    writer.member("candidacy", candidacy)
    writer.member("validUntil", validUntil)
  }
}
