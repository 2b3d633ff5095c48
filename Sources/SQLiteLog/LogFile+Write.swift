internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

extension LogFile {
  /// Inserts a checked event with its hashes and tags, and advances `tail`. Call it in a
  /// transaction.
  ///
  /// - Parameter newSubjects: receives the subjects whose keys must be forgotten on a rollback.
  mutating func write(
    _ event: EncodedEvent, _ addition: AppendPlan.Addition, to tail: inout LogTail,
    _ newSubjects: inout [Subject]
  ) throws(LogFailure) {
    let type = try key(of: event.type)
    let bytes = event.bytes(recordedAt: addition.recordedAt, clock: addition.clock)
    try unsafe bytes.withBytes { (bytes) throws(LogFailure) in
      let completed = try hashing { () throws(CryptographyFailure) in
        try unsafe tail.tree.append(try hash.leaf(bytes), hash)
      }
      // Digests are stored one after another, without gaps: they are the column as they are.
      try unsafe completed.withUnsafeBufferPointer { (hashes) throws(LogFailure) in
        try unsafe insert(
          event, addition, type: type, hashes: UnsafeRawBufferPointer(hashes), bytes: bytes)
      }
    }
    let id = event.event.id
    if highestID.map({ $0 < id }) ?? true { highestID = id }
    for subject in event.subjects {
      let subject = try key(of: subject, &newSubjects)
      try sqlite { () throws(SQLiteFailure) in
        try statements.addTag.bind(subject, at: 1)
        try statements.addTag.bind(type, at: 2)
        try statements.addTag.bind(addition.position.number, at: 3)
        try statements.addTag.run()
      }
    }
    tail.last = addition.position
    tail.recordedAt = addition.recordedAt
  }

  private func insert(
    _ event: EncodedEvent, _ addition: AppendPlan.Addition, type: Int64,
    hashes: UnsafeRawBufferPointer, bytes: UnsafeRawBufferPointer
  ) throws(LogFailure) {
    let id = (event.event.id.high.bigEndian, event.event.id.low.bigEndian)
    try unsafe withUnsafeBytes(of: id) { (id) throws(LogFailure) in
      try sqlite { () throws(SQLiteFailure) in
        try statements.addEvent.bind(addition.position.number, at: 1)
        try unsafe statements.addEvent.bind(lending: id, at: 2)
        try statements.addEvent.bind(type, at: 3)
        try statements.addEvent.bind(Int64(event.schema.number), at: 4)
        try statements.addEvent.bind(Int64(event.event.occurredOn.dayNumber), at: 5)
        try statements.addEvent.bind(addition.recordedAt.microseconds, at: 6)
        try unsafe statements.addEvent.bind(lending: hashes, at: 7)
        try unsafe statements.addEvent.bind(lending: bytes, at: 8)
        defer { statements.addEvent.clearBindings() }
        try statements.addEvent.run()
      }
    }
  }
}

extension Statement {
  /// Binds an event's id as 16 bytes, big-endian.
  ///
  /// - Parameter index: of the parameter, from 1.
  func bind(_ id: EventID, at index: Int32) throws(SQLiteFailure) {
    let words = (id.high.bigEndian, id.low.bigEndian)
    try unsafe withUnsafeBytes(of: words) { (bytes) throws(SQLiteFailure) in
      try unsafe bind(copying: bytes, at: index)
    }
  }
}

extension [UInt8] {
  /// Calls the closure with the bytes; unlike `withUnsafeBytes`, keeps the error type.
  fileprivate func withBytes(
    _ body: (UnsafeRawBufferPointer) throws(LogFailure) -> Void
  ) throws(LogFailure) {
    try unsafe span.withUnsafeBytes(body)
  }
}
