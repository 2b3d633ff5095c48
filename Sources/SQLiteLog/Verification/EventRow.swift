internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite

/// A row of the event table, lent by SQLite until the next one.
@safe struct EventRow {
  let position: Int64
  let id: UnsafeRawBufferPointer
  let type: Int64
  let schema: Int64
  let occurredOn: Int64
  let recordedAt: Int64
  let hashes: UnsafeRawBufferPointer
  let bytes: UnsafeRawBufferPointer

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

  /// What is wrong with the stored hashes, given those that the leaf completes.
  func defect(_ completed: [Digest]) -> LogDefect.Kind? {
    guard unsafe hashes.count == 32 * completed.count else { return .nodeCount }
    for (level, node) in completed.enumerated() {
      let stored = unsafe UnsafeRawBufferPointer(rebasing: hashes[32 * level..<32 * (level + 1)])
      if unsafe Digest(stored) != node { return level == 0 ? .bytes : .node(level: level) }
    }
    return nil
  }

  /// The event that the bytes tell, which must be of the type of this row.
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

  /// The event that the bytes tell, whatever the row's type.
  var reading: Result<Envelope, ReadingFailure> {
    do throws(ReadingFailure) {
      return unsafe .success(try Envelope(position: Position(position), canonical: bytes))
    } catch {
      return .failure(error)
    }
  }

  /// The first column that is not what the event tells.
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
