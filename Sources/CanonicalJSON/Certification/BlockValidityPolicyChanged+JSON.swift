public import Events

extension BlockValidityPolicyChanged: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let basis: Basis = try reader.required("basis")
    let certification: CertificationCode = try reader.required("certification")
    let effectiveOn: CalendarDate = try reader.required("effectiveOn")
    let years: Count? = try reader.nullable("years")
    self.init(certification: certification, years: years, effectiveOn: effectiveOn, basis: basis)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("certification", certification)
    writer.member("effectiveOn", effectiveOn)
    writer.nullable("years", years)
  }
}
