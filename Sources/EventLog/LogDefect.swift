public import Events

/// A defect that a read or a verification found in a log. Of an event's values, only subjects' ids
/// are in it.
public struct LogDefect: Equatable, Sendable {
  /// The event's position; nil for a defect of the whole file.
  public let position: Position?
  public let kind: Kind

  public enum Kind: Equatable, Sendable {
    // An event.
    /// There is no event at this position, but there are later ones.
    case missing
    /// The bytes do not match the stored leaf hash.
    case bytes
    /// The stored tree node of this level, completed by this event, does not match the events.
    case node(level: Int)
    /// The number of stored hashes differs from the number of tree nodes that this event completes.
    case nodeCount
    /// The bytes are not an event that this program can read.
    case unreadable(ReadingFailure)
    /// An indexed column disagrees with the event's bytes.
    case column(Column)
    /// The tag of this subject of the event is missing.
    case tagMissing(Subject)
    /// The event has a tag of a subject that it does not have, or of another event type.
    case tagTooMany
    /// The event's instant is before that of the previous event.
    case instantDecreases
    /// The event occurs after the day on which it was recorded.
    case notYet
    /// The event has the id of the event at this lower position.
    case idRepeated(of: Position)

    // The file.
    /// The table, index or trigger of this name is missing.
    case schemaMissing(String)
    /// The definition of the table, index or trigger of this name differs from the format's.
    case schemaChanged(String)
    /// The table, index or trigger of this name is not part of the format.
    case schemaTooMany(String)
    /// The message of the store's own integrity check.
    case file(String)
  }

  /// A value that a store keeps beside an event's bytes, to search by it.
  public enum Column: String, Equatable, Sendable {
    case id, type, schema, occurredOn, recordedAt
  }

  public init(_ kind: Kind, at position: Position? = nil) {
    self.position = position
    self.kind = kind
  }
}
