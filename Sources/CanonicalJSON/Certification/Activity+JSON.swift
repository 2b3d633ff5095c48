public import Events

extension Activity: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let code: ActivityCode = try reader.required("code")
    let competencies: NonEmpty<Competency> = try reader.required("competencies")
    let title: FreeText = try reader.required("title")
    self.init(code: code, title: title, competencies: competencies)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("code", code)
    writer.member("competencies", competencies)
    writer.member("title", title)
  }
}
