public import Events

extension TimeLimit: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let basis: Basis = try reader.required("basis")
    let years: Count? = try reader.nullable("years")
    self.init(years: years, basis: basis)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.nullable("years", years)
  }
}
