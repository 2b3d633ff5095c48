/// The number of an event type's shape, stored with each event.
///
/// An event is stored as written, for ever. When a type needs a new shape: keep its old payload under
/// a name that ends in its schema (`BlockValidatedV1`), make it ``SupersededSchema``, raise
/// ``EventType/currentSchema`` for the type, and let the reader lift the old shape. The golden bytes
/// of the old schema stay, and a test holds the lift. A schema that is not known is refused, never
/// skipped.
@frozen public struct Schema: Hashable, Comparable, Sendable {
  /// 1 for a type's first shape.
  public let number: Int

  @inlinable public init(_ number: Int) { self.number = number }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A payload's older shape, still in the log, and the pure function that lifts it.
public protocol SupersededSchema: Hashable, Sendable {
  /// The shape that replaced it: the current payload, or a later superseded one.
  associatedtype Successor: Hashable & Sendable
  /// The same fact in the newer shape. Looks nothing up and never fails.
  var lifted: Successor { get }
}

extension EventType {
  /// The schema new events of this type are written in. Every type is in its first today.
  public var currentSchema: Schema { Schema(1) }
}
