/// A second title that the document gives to one of its blocks.
public struct Alias: Hashable, Sendable {
  public let code: BlockCode
  public let title: FreeText

  public init(code: BlockCode, title: FreeText) {
    self.code = code
    self.title = title
  }
}

extension Alias: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    code = try fields.required("code")
    title = try fields.required("title")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("code", code)
    writer.member("title", title)
  }
}
