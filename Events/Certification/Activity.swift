/// An activity of a domain, with its competencies.
public struct Activity: Hashable, Sendable {
  /// `3474A07`.
  public let code: ActivityCode
  /// Its title in the document.
  public let title: FreeText
  /// In the document’s order.
  public let competencies: NonEmpty<Competency>

  public init(code: ActivityCode, title: FreeText, competencies: NonEmpty<Competency>) {
    self.code = code
    self.title = title
    self.competencies = competencies
  }
}

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
