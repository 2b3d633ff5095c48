internal import Cryptography
package import Events

/// An event as a store keeps it, for a verification: the values beside its bytes as they are; its buffers are
/// valid while the store lends them.
@safe package struct EventRow {
  package let position: Int64
  package let id: UnsafeRawBufferPointer
  /// The interned key.
  package let type: Int64
  package let schema: Int64
  package let occurredOn: Int64
  package let recordedAt: Int64
  /// The leaf hash and those of the nodes that the leaf completes, 32 bytes each, by level.
  package let hashes: UnsafeRawBufferPointer
  package let bytes: UnsafeRawBufferPointer

  package init(
    position: Int64, id: UnsafeRawBufferPointer, type: Int64, schema: Int64, occurredOn: Int64,
    recordedAt: Int64, hashes: UnsafeRawBufferPointer, bytes: UnsafeRawBufferPointer
  ) {
    self.position = position
    unsafe self.id = unsafe id
    self.type = type
    self.schema = schema
    self.occurredOn = occurredOn
    self.recordedAt = recordedAt
    unsafe self.hashes = unsafe hashes
    unsafe self.bytes = unsafe bytes
  }

  /// The first defect of the stored hashes, or nil.
  ///
  /// - Parameter completed: the recomputed nodes that this event completes, by level.
  func defect(_ completed: [Digest]) -> LogDefect.Kind? {
    guard unsafe hashes.count == 32 * completed.count else { return .nodeCount }
    for (level, node) in completed.enumerated() {
      let stored = unsafe UnsafeRawBufferPointer(rebasing: hashes[32 * level..<32 * (level + 1)])
      if unsafe Digest(stored) != node { return level == 0 ? .bytes : .node(level: level) }
    }
    return nil
  }

  /// Parses the event.
  ///
  /// - Parameter type: the type of this row's key; nil if this program does not know it.
  /// - Throws: ``ReadingFailure``, also if the event is of another type.
  package func envelope(_ type: EventType?) throws(ReadingFailure) -> Envelope {
    guard let type else {
      _ = try reading.get()
      throw ReadingFailure(.missing, path: ["type"])
    }
    do throws(ReadingFailure) {
      return try unsafe Envelope(position: Position(position), canonical: bytes, type: type)
    } catch {
      _ = try reading.get()
      throw error
    }
  }

  /// Parses the event without regard to the row's type.
  package var reading: Result<Envelope, ReadingFailure> {
    do throws(ReadingFailure) {
      return unsafe .success(try Envelope(position: Position(position), canonical: bytes))
    } catch {
      return .failure(error)
    }
  }

  /// The first column that disagrees with the event, or nil.
  package func column(unlike envelope: Envelope) -> LogDefect.Column? {
    let event = envelope.event
    let words = (event.id.high.bigEndian, event.id.low.bigEndian)
    guard unsafe withUnsafeBytes(of: words, { unsafe $0.elementsEqual(id) }) else { return .id }
    guard schema == Int64(event.fact.payload.schemaNumber) else { return .schema }
    guard occurredOn == Int64(event.occurredOn.dayNumber) else { return .occurredOn }
    guard recordedAt == envelope.recordedAt.microseconds else { return .recordedAt }
    return nil
  }
}

extension Payload {
  fileprivate var schemaNumber: Int { Swift.type(of: self).type.currentSchema.number }
}
