/// A block of an older version that counts as a block of the newer version.
public struct Correspondence: Hashable, Sendable {
  /// A block of the older version.
  public let from: BlockCode
  /// The block of the newer version that it counts as.
  public let to: BlockCode

  public init(from: BlockCode, to: BlockCode) {
    self.from = from
    self.to = to
  }
}

extension Correspondence: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    from = try fields.required("from")
    to = try fields.required("to")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("from", from)
    writer.member("to", to)
  }
}
