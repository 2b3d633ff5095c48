/// An activity of a domain of 3474, with its competencies.
public struct Activity: Hashable, Sendable {
  /// As in `3474A07`.
  public let code: ActivityCode
  /// As spelled in the document.
  public let title: FreeText
  /// In the document’s order.
  public let competencies: NonEmpty<Competency>

  public init(code: ActivityCode, title: FreeText, competencies: NonEmpty<Competency>) {
    self.code = code
    self.title = title
    self.competencies = competencies
  }
}

extension Activity: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    code = try fields.required("code")
    competencies = try fields.required("competencies")
    title = try fields.required("title")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("code", code)
    writer.member("competencies", competencies)
    writer.member("title", title)
  }
}
