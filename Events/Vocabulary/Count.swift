/// A whole number from 0 to 2⁵³−1, the largest that every JSON parser reads exactly.
@frozen public struct Count: Hashable, Comparable, Sendable {
  public let value: Int

  /// 2⁵³−1.
  @inlinable public static var limit: Int { 9_007_199_254_740_991 }

  /// - Throws: ``InvalidValue/count`` for a negative number, or one above ``limit``.
  @inlinable public init(_ value: Int) throws(InvalidValue) {
    guard 0...Self.limit ~= value else { throw .count }
    self.value = value
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
