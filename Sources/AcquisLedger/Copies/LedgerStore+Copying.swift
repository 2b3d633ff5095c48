internal import EventLog
internal import Events
internal import Files

extension LedgerStore {
  /// Copies one consistent state of the log into a new file of the embedded store, and compares the ends of the two;
  /// others may append meanwhile. A log on a server is read event by event: the copy has its bytes and its tree.
  ///
  /// - Returns: the end of the copy.
  /// - Throws: ``LogFailure``; nothing is left at the path then.
  func copied(to path: String, _ clock: LedgerClock) throws(LogFailure) -> LogHead {
    if let log = self as? any FileStore { return try log.copy(to: path) }
    do {
      let copy = try Stores.embedded.create(at: path, clock: clock.now, trust: clock.trust)
      var events = RestoredEvents(of: self, through: try head())
      let head = try copy.restore { try events.next() }
      guard head == events.end else { throw LogFailure.copyDiffers }
      try copy.seal()
      return head
    } catch {
      for suffix in ["", "-wal", "-shm"] { Folder.remove(path + suffix) }
      throw error as? LogFailure ?? .system(code: 0, "\(type(of: error))")
    }
  }
}

/// The events of a log, one after the other, for another to be filled with.
struct RestoredEvents {
  /// The end up to which they are read.
  let end: LogHead
  private let log: any EventLog
  private var part: [RestoredEvent] = []
  private var read = Position.zero
  /// The position of the last one returned.
  var last: Position { Position(read.number - Int64(part.count)) }

  /// How many are read at once.
  private static var atOnce: Int64 { 1_000 }

  init(of log: any EventLog, through end: LogHead) {
    self.log = log
    self.end = end
  }

  /// The next event; nil at the end.
  mutating func next() throws -> RestoredEvent? {
    if part.isEmpty, read < end.last {
      let last = min(Position(read.number + Self.atOnce), end.last)
      try log.read(EventQuery(from: read.next, through: last)) { stored in
        part.append(
          try unsafe RestoredEvent(position: stored.position, canonical: stored.bytes))
      }
      guard part.count == Int(last.number - read.number) else {
        throw LogFailure.damaged("an event is missing before position \(last)")
      }
      part.reverse()
      read = last
    }
    return part.popLast()
  }
}
