/// A condition of entry.
public struct Prerequisite: Hashable, Sendable {
  public let code: PrerequisiteCode
  /// The public it applies to (key `for`); nil: everyone.
  public let audience: Audience?
  /// What is required, in French.
  public let label: FreeText
  /// True if it is advised, not required; nil means false.
  public let advised: Bool?

  public init(
    code: PrerequisiteCode, audience: Audience? = nil, label: FreeText, advised: Bool? = nil
  ) {
    self.code = code
    self.audience = audience
    self.label = label
    self.advised = advised
  }
}

extension Prerequisite: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    advised = try fields.optional("advised")
    code = try fields.required("code")
    audience = try fields.optional("for")
    label = try fields.required("label")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("advised", advised)
    writer.member("code", code)
    writer.member("for", audience)
    writer.member("label", label)
  }
}
