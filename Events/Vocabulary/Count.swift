/// How many: a whole number from 0 to 2⁵³−1, the largest that every JSON reader keeps exactly.
@frozen public struct Count: Hashable, Comparable, Sendable {
  /// The number.
  public let value: Int

  /// 2⁵³−1.
  @inlinable public static var limit: Int { 9_007_199_254_740_991 }

  /// - Throws: ``InvalidValue/count``.
  @inlinable public init(_ value: Int) throws(InvalidValue) {
    guard 0...Self.limit ~= value else { throw .count }
    self.value = value
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
