/// A place of birth, by the code of the municipality or by a postal code.
public struct BirthPlace: Hashable, Sendable {
  /// Which code names the place.
  public enum Code: Hashable, Sendable {
    /// The municipality’s code of the national statistics institute.
    case insee(FreeText)
    /// A postal code.
    case postal(FreeText)
  }

  /// The code that names the place.
  public let code: Code
  /// The place’s name.
  public let label: FreeText?
  /// The country’s code.
  public let countryCode: FreeText?

  public init(code: Code, label: FreeText? = nil, countryCode: FreeText? = nil) {
    self.code = code
    self.label = label
    self.countryCode = countryCode
  }
}
