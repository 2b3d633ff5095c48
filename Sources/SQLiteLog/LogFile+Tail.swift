internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

extension LogFile {
  /// Reads the end of a log whose last position is known.
  ///
  /// Cost: one row for the instant, and one for each bit set in the position.
  func readTail(_ last: Position) throws(LogFailure) -> LogTail {
    guard last > .zero else { return LogTail() }
    let microseconds = try sqlite { () throws(SQLiteFailure) in
      try integer(statements.instantAt, last.number)
    }
    guard let microseconds, let instant = try? Instant(microseconds: microseconds) else {
      throw .damaged("no instant at position \(last)")
    }
    let size = UInt64(last.number)
    var nodes: [Digest] = []
    for (end, level) in CompactRange.coordinates(size: size) {
      nodes.append(try node(end: Int64(end), level: level))
    }
    guard let tree = CompactRange(size: size, nodes: nodes) else {
      throw .damaged("no tree at position \(last)")
    }
    return LogTail(last: last, recordedAt: instant, tree: tree)
  }

  /// Checks that the last event's bytes agree with its row before others are appended.
  ///
  /// Cost: nothing if this connection checked or wrote it and no other has written since.
  ///
  /// - Throws: ``LogFailure/defect(_:)``, ``LogFailure/unreadable(_:_:)``.
  mutating func checkLast() throws(LogFailure) {
    let last = tail.last
    if isLastChecked || last == .zero { return }
    var failure: LogFailure?
    try sqlite { () throws(SQLiteFailure) in
      try statements.byPosition.bind(last.number, at: 1)
    }
    _ = try deliver(from: statements.byPosition, for: EventQuery()) { event in
      do throws(LogFailure) { _ = try event.envelope() } catch { failure = error }
      return true
    }
    if let failure { throw failure }
    isLastChecked = true
  }

  /// Reads a node of the tree from the row of the leaf that completes it.
  func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    guard let end = Int64(exactly: address.completingPosition) else {
      throw .damaged("no position \(address.completingPosition)")
    }
    return try node(end: end, level: address.level)
  }

  /// Reads the tree node of a level that is completed by the leaf at position `end`.
  private func node(end: Int64, level: Int) throws(LogFailure) -> Digest {
    let node = try sqlite { () throws(SQLiteFailure) in
      try statements.hashesAt.bind(end, at: 1)
      guard try statements.hashesAt.step() else { return nil as Digest? }
      defer { statements.hashesAt.reset() }
      let hashes = unsafe statements.hashesAt.bytes(0)
      guard hashes.count >= 32 * (level + 1) else { return nil }
      return unsafe Digest(UnsafeRawBufferPointer(rebasing: hashes[32 * level..<32 * (level + 1)]))
    }
    guard let node else { throw .damaged("no hash of level \(level) at position \(end)") }
    return node
  }
}
