/// A place of birth: the code of a municipality, its postal code, or the country alone.
public struct BirthPlace: Hashable, Sendable {
  /// The code of a place.
  public enum Code: Hashable, Sendable {
    /// The code of a municipality assigned by INSEE, the national statistics institute; `99` and
    /// three digits for a country.
    case insee(FreeText)
    case postal(FreeText)
  }

  /// Nil if only the country is known.
  public let code: Code?
  /// The name of the place.
  public let label: FreeText?
  /// The code of the country, three digits; nil if not stated.
  public let countryCode: FreeText?

  public init(code: Code?, label: FreeText? = nil, countryCode: FreeText? = nil) {
    self.code = code
    self.label = label
    self.countryCode = countryCode
  }
}
