public import Events

/// An event as a store returns it: its position, its type and the bytes that were hashed.
///
/// Valid during the closure that receives it only: the bytes are in the store's memory.
@safe public struct StoredEvent {
  public let position: Position
  /// From the store's index, not from the bytes.
  public let type: EventType
  /// The event's canonical JSON.
  public let bytes: UnsafeRawBufferPointer
  /// The store's indexed values; nil for a store without any.
  private let columns: Columns?
  /// The subjects of the query, of which the event must have at least one; empty if the query had
  /// none.
  private let subjects: [Subject]

  /// The values that a store keeps beside an event's bytes, to search by them.
  public struct Columns {
    /// Nil where it was not read.
    public let id: EventID?
    /// In days since 1970-01-01.
    public let occurredOn: Int64
    /// In microseconds since 1970-01-01 UTC; nil where it was not read.
    public let recordedAt: Int64?

    public init(id: EventID?, occurredOn: Int64, recordedAt: Int64?) {
      self.id = id
      self.occurredOn = occurredOn
      self.recordedAt = recordedAt
    }

    /// The first column that disagrees with the event's bytes, or nil.
    fileprivate func column(unlike envelope: Envelope) -> LogDefect.Column? {
      if let id, id != envelope.event.id { return .id }
      guard occurredOn == Int64(envelope.event.occurredOn.dayNumber) else { return .occurredOn }
      if let recordedAt, recordedAt != envelope.recordedAt.microseconds { return .recordedAt }
      return nil
    }
  }

  /// - Parameters:
  ///   - columns: to be compared with the bytes by ``envelope()``; nil to compare nothing.
  ///   - subjects: those of the query; empty to compare nothing.
  public init(
    position: Position, type: EventType, bytes: UnsafeRawBufferPointer, columns: Columns? = nil,
    foundBy subjects: [Subject] = []
  ) {
    self.position = position
    self.type = type
    unsafe self.bytes = unsafe bytes
    self.columns = columns
    self.subjects = subjects
  }

  /// Parses what a fold takes of the event, and compares it with the type and the day by which the
  /// store found it.
  ///
  /// The other columns are compared by ``envelope()`` only.
  ///
  /// - Throws: as ``envelope()``.
  package func folded() throws(LogFailure) -> FoldedEvent {
    let folded: FoldedEvent
    do throws(ReadingFailure) {
      folded = try unsafe FoldedEvent(canonical: bytes, type: type)
    } catch {
      throw .unreadable(position, error)
    }
    if let columns, columns.occurredOn != Int64(folded.occurredOn.dayNumber) {
      throw .defect(LogDefect(.column(.occurredOn), at: position))
    }
    return folded
  }

  /// Checks that the bytes end as those of an event of its type and of the schema that this program
  /// knows; for an event that a fold passes over. Nothing else is read.
  ///
  /// - Throws: ``LogFailure/unreadable(_:_:)``.
  package func passOver() throws(LogFailure) {
    do throws(ReadingFailure) { _ = try unsafe EventEnd(of: bytes, type) } catch {
      throw .unreadable(position, error)
    }
  }

  /// Parses the event and compares it with the type, columns and subjects by which the store found
  /// it.
  ///
  /// - Throws: ``LogFailure/unreadable(_:_:)``; ``LogFailure/defect(_:)`` if one of them disagrees.
  public func envelope() throws(LogFailure) -> Envelope {
    let envelope: Envelope
    do throws(ReadingFailure) {
      envelope = try unsafe Envelope(position: position, canonical: bytes, type: type)
    } catch {
      throw .unreadable(position, error)
    }
    if let column = columns?.column(unlike: envelope) {
      throw .defect(LogDefect(.column(column), at: position))
    }
    if !subjects.isEmpty, !envelope.event.fact.subjects.contains(where: subjects.contains) {
      throw .defect(LogDefect(.tagTooMany, at: position))
    }
    return envelope
  }
}
