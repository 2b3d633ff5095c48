/// A block of an older version that counts as one of the newer.
public struct Correspondence: Hashable, Sendable {
  /// The block held.
  public let from: BlockCode
  /// The block it counts as.
  public let to: BlockCode

  public init(from: BlockCode, to: BlockCode) {
    self.from = from
    self.to = to
  }
}

extension Correspondence: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let from: BlockCode = try reader.required("from")
    let to: BlockCode = try reader.required("to")
    self.init(from: from, to: to)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("from", from)
    writer.member("to", to)
  }
}
