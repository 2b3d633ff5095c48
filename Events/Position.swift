/// An event's place in the log: 1, 2, 3 … without a gap, given by the ledger when it appends.
///
/// 0 stands for "before the first": the size of an empty log.
@frozen public struct Position: Hashable, Comparable, Sendable {
  /// The number.
  public let number: Int64

  @inlinable public init(_ number: Int64) { self.number = number }

  /// Before the first event.
  public static let zero = Position(0)

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The place after this one.
  @inlinable public var next: Position { Position(number + 1) }
}

extension Position: CustomStringConvertible {
  public var description: String { String(number) }
}
