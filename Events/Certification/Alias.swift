/// Another code the same certification is known by.
public struct Alias: Hashable, Sendable {
  /// The other code.
  public let code: CertificationCode
  /// Its title there.
  public let title: FreeText

  public init(code: CertificationCode, title: FreeText) {
    self.code = code
    self.title = title
  }
}
