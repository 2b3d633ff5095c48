/// Minutes beside whole hours: 1 to 59.
public struct Minutes: Hashable, Comparable, Sendable {
  public let value: Int

  /// - Throws: ``InvalidValue/minutes`` outside 1 to 59.
  public init(_ value: Int) throws(InvalidValue) {
    guard 1...59 ~= value else { throw .minutes }
    self.value = value
  }

  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
