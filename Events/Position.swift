/// The position of an event in the log: 1, 2, 3 … without a gap, assigned on append.
///
/// 0 means "before the first event": the size of an empty log.
@frozen public struct Position: Hashable, Comparable, Sendable {
  /// From 0.
  public let number: Int64

  @inlinable public init(_ number: Int64) { self.number = number }

  /// Before the first event.
  public static let zero = Position(0)

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  /// The following position.
  @inlinable public var next: Position { Position(number + 1) }
}

extension Position: CustomStringConvertible {
  public var description: String { String(number) }
}
