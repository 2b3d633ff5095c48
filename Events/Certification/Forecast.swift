/// The number of persons expected to be certified each year.
public struct Forecast: Hashable, Sendable {
  /// Lower bound, inclusive.
  public let from: Count
  /// Upper bound, inclusive.
  public let to: Count

  public init(from: Count, to: Count) {
    self.from = from
    self.to = to
  }
}

extension Forecast: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    from = try fields.required("from")
    to = try fields.required("to")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("from", from)
    writer.member("to", to)
  }
}
