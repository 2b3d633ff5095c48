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
