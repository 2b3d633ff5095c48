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

extension Forecast: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let from: Count = try reader.required("from")
    let to: Count = try reader.required("to")
    self.init(from: from, to: to)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("from", from)
    writer.member("to", to)
  }
}
