public import Events

extension Alias: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let code: BlockCode = try reader.required("code")
    let title: FreeText = try reader.required("title")
    self.init(code: code, title: title)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("code", code)
    writer.member("title", title)
  }
}
