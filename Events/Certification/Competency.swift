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
