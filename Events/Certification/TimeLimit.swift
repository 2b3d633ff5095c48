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

extension TimeLimit: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let basis: Basis = try reader.required("basis")
    let years: Count? = try reader.nullable("years")
    self.init(years: years, basis: basis)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.nullable("years", years)
  }
}
