package import Cryptography
package import Events
package import TransparencyLog

/// Checks a log's events, row by row in order of position, and keeps the first defect. After it, events are still
/// hashed, so that the roots are complete. All stores use it.
package struct EventCheck: ~Copyable {
  package private(set) var tree = CompactRange()
  package private(set) var roots: [UInt64: Digest] = [:]
  package private(set) var defects: [LogDefect] = []
  /// The number of events, before the first defect, whose clock was marked as behind.
  package private(set) var clockBehind: UInt64 = 0
  private let sizes: Set<UInt64>
  private let hash: TreeHash
  /// By the store's key; set before the first row.
  package var types: [Int64: EventType] = [:]
  private var previous: Instant?

  /// The instant of the last event, if no defect was found.
  package var lastRecordedAt: Instant? { previous }

  /// - Parameter sizes: the tree sizes whose roots are kept.
  package init(rootsAt sizes: Set<UInt64>) throws(LogFailure) {
    let hash = try hashing(TreeHash.init)
    if sizes.contains(0) {
      roots[0] = try hashing { () throws(CryptographyFailure) in try hash.empty() }
    }
    self.hash = hash
    self.sizes = sizes
  }

  /// The tree root of the events read so far.
  package func root() throws(LogFailure) -> Digest {
    try hashing { () throws(CryptographyFailure) in try tree.root(hash) }
  }

  package mutating func found(_ defect: LogDefect) { defects.append(defect) }

  /// Forgets what was read, to read again from the first event.
  package mutating func startAgain() {
    (tree, clockBehind, previous) = (CompactRange(), 0, nil)
    roots = roots.filter { $0.key == 0 }
    defects = []
  }

  /// Adds the next row.
  ///
  /// - Parameter checkTags: called, up to the first defect, with the fact of a row that has none; returns the
  ///   defect of its tags.
  package mutating func add(
    _ row: EventRow, checkTags: (Fact) throws(LogFailure) -> LogDefect.Kind?
  ) throws(LogFailure) {
    let completed = try hashing { () throws(CryptographyFailure) in
      try unsafe tree.append(try hash.leaf(row.bytes), hash)
    }
    if sizes.contains(tree.size) { roots[tree.size] = try root() }
    guard defects.isEmpty else { return }
    let expected = Position(Int64(tree.size))
    var event: Event?
    var kind = row.position == expected.number ? row.defect(completed) : .missing
    if kind == nil { kind = check(row, &event) }
    if let event, kind == nil { kind = try checkTags(event.fact) }
    if let kind { found(LogDefect(kind, at: expected)) }
  }

  /// The first defect of an event's bytes, columns, instant or day, or nil.
  ///
  /// - Parameter event: receives the parsed event.
  private mutating func check(_ row: EventRow, _ event: inout Event?) -> LogDefect.Kind? {
    let envelope: Envelope
    do throws(ReadingFailure) { envelope = try row.envelope(types[row.type]) } catch {
      if case .success = row.reading { return .column(.type) }
      return .unreadable(error)
    }
    event = envelope.event
    if let column = row.column(unlike: envelope) { return .column(column) }
    if let previous, envelope.recordedAt < previous { return .instantDecreases }
    if envelope.event.occurredOn > envelope.recordedAt.dayInParis { return .notYet }
    previous = envelope.recordedAt
    if envelope.clock == .behind { clockBehind += 1 }
    return nil
  }
}
