/// How many certified persons a year are expected.
public struct Forecast: Hashable, Sendable {
  /// At least.
  public let from: Count
  /// At most.
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
