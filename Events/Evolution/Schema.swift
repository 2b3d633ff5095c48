/// The version of an event type's data, stored with each event.
///
/// An event is stored as written, for ever. An optional field added to a type is no new schema: what
/// was recorded before reads as before, and a program that does not know the field refuses it. When
/// a type needs a new schema (no type has one yet, and `Envelope+JSON`, `EventRow`, `RestoredEvent`,
/// `EventContent` and `BatchSealer` know only the current one): keep its old payload
/// under a name that ends in its schema (`BlockValidatedV1`), make it conform to
/// ``SupersededSchema``, raise ``EventType/currentSchema`` for the type, and have the reader
/// convert the old payload. The golden bytes of the old schema stay, and a test covers the
/// conversion. An unknown schema is refused, never skipped.
@frozen public struct Schema: Hashable, Comparable, Sendable {
  /// From 1, the first schema of a type.
  public let number: Int

  @inlinable public init(_ number: Int) { self.number = number }

  @inlinable public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}

/// A payload in an older schema that logs may contain, and its conversion to a newer one
/// (*upcasting*).
public protocol SupersededSchema: Hashable, Sendable {
  /// The payload in the next schema: the current one, or superseded too.
  associatedtype Successor: Hashable & Sendable
  /// The same fact in the next schema; a pure function that never fails.
  var lifted: Successor { get }
}

extension EventType {
  /// The schema that new events of this type are written in: the first, for every type so far.
  public var currentSchema: Schema { Schema(1) }
}
