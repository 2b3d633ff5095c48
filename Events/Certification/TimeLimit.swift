/// A length of time in whole years, or none, and where the rule comes from.
public struct TimeLimit: Hashable, Sendable {
  /// Calendar years; nil: without limit.
  public let years: Count?
  /// The document, or the certifier’s policy.
  public let basis: Basis

  public init(years: Count?, basis: Basis) {
    self.years = years
    self.basis = basis
  }
}
