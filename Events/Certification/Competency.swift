/// A competency of the framework (*référentiel*).
public struct Competency: Hashable, Sendable {
  /// The code of its block or activity, then its order: `3474A07-C02`.
  public let code: CompetencyCode
  /// A short French label, not the document’s sentence.
  public let label: FreeText

  public init(code: CompetencyCode, label: FreeText) {
    self.code = code
    self.label = label
  }
}

extension Competency: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    code = try fields.required("code")
    label = try fields.required("label")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("code", code)
    writer.member("label", label)
  }
}
