/// A condition of entry.
public struct Prerequisite: Hashable, Sendable {
  /// Its code.
  public let code: PrerequisiteCode
  /// Whom it binds; absent: everyone.
  public let audience: Audience?
  /// What is asked.
  public let label: FreeText
  /// Advised, not required.
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
