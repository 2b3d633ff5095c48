internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

extension LogFile {
  /// Appends a batch in one transaction.
  ///
  /// - Parameter step: runs before the commit with the first new event's instant; if it returns
  ///   false, the transaction is rolled back.
  /// - Returns: nil if the step returned false.
  /// - Throws: ``LogFailure``; nothing was added then.
  mutating func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?, clock: () -> Instant,
    trust: ClockTrust, once step: ((Instant) -> Bool)?
  ) throws(LogFailure) -> AppendReceipt? {
    guard !isReadOnly else { throw .readOnly }
    guard !events.isEmpty else { return AppendReceipt(positions: [], appended: 0) }
    try sqlite { () throws(SQLiteFailure) in try database.begin(.writing) }
    var newSubjects: [Subject] = []
    func discardChanges() {
      database.rollback()
      names.forget(subjects: newSubjects)
      names.forgetTypes()
    }
    do throws(LogFailure) {
      try refresh()
      try checkLast()
      let plan = try AppendPlan(
        of: events, unless: condition, after: tail.last, recordedAt: tail.recordedAt,
        clock: clock, trust: trust, in: self)
      var grown = tail
      for addition in plan.additions {
        try write(events[addition.index], addition, to: &grown, &newSubjects)
      }
      if let step, let first = plan.additions.first {
        try sqlite { () throws(SQLiteFailure) in try database.flush() }
        guard step(first.recordedAt) else {
          discardChanges()
          return nil
        }
      }
      try sqlite { () throws(SQLiteFailure) in try database.commit() }
      database.keepJournalAtClose(false)
      tail = grown
      return plan.receipt
    } catch {
      discardChanges()
      throw error
    }
  }

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
      let completed = try mapErrors { () throws(CryptographyFailure) in
        try unsafe tail.tree.append(try hash.leaf(bytes), hash)
      }
      var hashes: [UInt8] = []
      hashes.reserveCapacity(32 * completed.count)
      for node in completed { unsafe node.withBytes { unsafe hashes += $0 } }
      try unsafe hashes.withBytes { (hashes) throws(LogFailure) in
        try unsafe insert(event, addition, type: type, hashes: hashes, bytes: bytes)
      }
    }
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
    try sqlite { () throws(SQLiteFailure) in
      try statements.addEvent.bind(addition.position.number, at: 1)
      try statements.addEvent.bind(event.event.id, at: 2)
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
