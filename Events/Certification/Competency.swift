/// One competency of the *référentiel*.
public struct Competency: Hashable, Sendable {
  /// Its code: block or activity, then its order.
  public let code: CompetencyCode
  /// What it is, in a few words.
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
