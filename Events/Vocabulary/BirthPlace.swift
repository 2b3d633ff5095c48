/// A place of birth, identified by a municipality code or a postal code.
public struct BirthPlace: Hashable, Sendable {
  /// The code of a place.
  public enum Code: Hashable, Sendable {
    /// The code of a municipality assigned by INSEE, the national statistics institute.
    case insee(FreeText)
    case postal(FreeText)
  }

  public let code: Code
  /// The name of the place.
  public let label: FreeText?
  /// The code of the country; nil if not stated.
  public let countryCode: FreeText?

  public init(code: Code, label: FreeText? = nil, countryCode: FreeText? = nil) {
    self.code = code
    self.label = label
    self.countryCode = countryCode
  }
}
