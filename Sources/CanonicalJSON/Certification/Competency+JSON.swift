public import Events

extension Competency: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let code: CompetencyCode = try reader.required("code")
    let label: FreeText = try reader.required("label")
    self.init(code: code, label: label)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("code", code)
    writer.member("label", label)
  }
}
