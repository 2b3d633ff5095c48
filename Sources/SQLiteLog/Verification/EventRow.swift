internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite

/// A row of the event table; its buffers are valid until the statement's next step.
@safe struct EventRow {
  let position: Int64
  let id: UnsafeRawBufferPointer
  let type: Int64
  let schema: Int64
  let occurredOn: Int64
  let recordedAt: Int64
  let hashes: UnsafeRawBufferPointer
  let bytes: UnsafeRawBufferPointer

  /// - Parameter row: its columns are `position`, `id`, `type`, `schema`, `occurred_on`,
  ///   `recorded_at`, `hashes` and `bytes`, in this order.
  init(_ row: borrowing Statement) {
    position = row.integer(0)
    unsafe id = unsafe row.bytes(1)
    type = row.integer(2)
    schema = row.integer(3)
    occurredOn = row.integer(4)
    recordedAt = row.integer(5)
    unsafe hashes = unsafe row.bytes(6)
    unsafe bytes = unsafe row.bytes(7)
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
  func envelope(_ type: EventType?) throws(ReadingFailure) -> Envelope {
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
  var reading: Result<Envelope, ReadingFailure> {
    do throws(ReadingFailure) {
      return unsafe .success(try Envelope(position: Position(position), canonical: bytes))
    } catch {
      return .failure(error)
    }
  }

  /// The first column that disagrees with the event, or nil.
  func column(unlike envelope: Envelope) -> LogDefect.Column? {
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
