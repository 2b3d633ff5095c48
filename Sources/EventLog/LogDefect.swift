public import Events

/// Something wrong that a verification found in a log, and where. No case holds a value of an event
/// but its subjects' ids.
public struct LogDefect: Equatable, Sendable {
  /// The position it was found at; nil where it is about no single event.
  public let position: Position?
  /// What is wrong.
  public let kind: Kind

  /// The kinds of what can be wrong.
  public enum Kind: Equatable, Sendable {
    // An event.
    /// There is no event here, though later ones are there.
    case missing
    /// The bytes are not those that were hashed.
    case bytes
    /// The stored node that this event completes, of so many levels, is not that of its events.
    case node(level: Int)
    /// There are more stored hashes than nodes that this event completes, or fewer.
    case nodeCount
    /// The bytes are no event that this program can read.
    case unreadable(ReadingFailure)
    /// What stands beside the bytes, to be found by, is not what they tell.
    case column(Column)
    /// The event is not found by this subject, which it is about.
    case tagMissing(Subject)
    /// The event is found by a subject that it is not about, or by another type.
    case tagTooMany
    /// It was recorded before the event above it.
    case instantDecreases
    /// It occurs after the day it was recorded on.
    case notYet
    /// It has the id of an earlier event.
    case idRepeated(of: Position)

    // The file.
    /// A table, index or trigger of the format, of this name, is not there.
    case schemaMissing(String)
    /// It is there, and is not as it was made.
    case schemaChanged(String)
    /// It is none of the format's.
    case schemaTooMany(String)
    /// What the store says of its own file.
    case file(String)
  }

  /// What a store keeps beside an event's bytes.
  public enum Column: String, Equatable, Sendable {
    case id, type, schema, occurredOn, recordedAt
  }

  public init(_ kind: Kind, at position: Position? = nil) {
    self.position = position
    self.kind = kind
  }
}
