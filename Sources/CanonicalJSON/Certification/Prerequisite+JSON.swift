public import Events

extension Prerequisite: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let advised: Bool? = try reader.optional("advised")
    let code: PrerequisiteCode = try reader.required("code")
    let audience: Audience? = try reader.optional("for")
    let label: FreeText = try reader.required("label")
    self.init(code: code, audience: audience, label: label, advised: advised)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("advised", advised)
    writer.member("code", code)
    writer.member("for", audience)
    writer.member("label", label)
  }
}
