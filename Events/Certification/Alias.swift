/// Another title that the document gives one of its blocks.
public struct Alias: Hashable, Sendable {
  /// The block.
  public let code: BlockCode
  /// Its other title.
  public let title: FreeText

  public init(code: BlockCode, title: FreeText) {
    self.code = code
    self.title = title
  }
}

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
