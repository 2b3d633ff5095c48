public import Events

extension PathwayRule: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let basis: Basis = try reader.required("basis")
    let completionOnly: Bool? = try reader.optional("completionOnly")
    let jury: NonEmpty<JuryRole>? = try reader.optional("jury")
    let open: Bool = try reader.required("open")
    let pathway: Pathway = try reader.required("pathway")
    self.init(
      pathway: pathway, open: open, completionOnly: completionOnly, jury: jury, basis: basis)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.member("completionOnly", completionOnly)
    writer.member("jury", jury)
    writer.member("open", open)
    writer.member("pathway", pathway)
  }
}
