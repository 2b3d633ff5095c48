/// A duration in whole calendar years, or no limit, and the source of the rule.
public struct TimeLimit: Hashable, Sendable {
  /// Calendar years; nil: without limit.
  public let years: Count?
  public let basis: Basis

  public init(years: Count?, basis: Basis) {
    self.years = years
    self.basis = basis
  }
}

extension TimeLimit: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    basis = try fields.required("basis")
    years = try fields.nullable("years")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("basis", basis)
    writer.nullable("years", years)
  }
}
