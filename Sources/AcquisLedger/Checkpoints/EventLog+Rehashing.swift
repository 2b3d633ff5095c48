internal import Cryptography
internal import EventLog
internal import Events
internal import TransparencyLog

extension EventLog {
  /// The roots at these sizes, from the events' bytes alone: every event is hashed again, and stored
  /// nodes are not used.
  ///
  /// Cost: one reading and one hash of each event up to the largest size.
  ///
  /// - Parameters:
  ///   - sizes: numbers of events from the first; a size beyond the log's end has no root in the result.
  ///   - comparesStoredHashes: whether each event is also compared with the hash that the store keeps, so
  ///     that the error names a damaged event; costs a second hash.
  ///   - root: called with each size and its root, ascending, before `each` is called with the size's
  ///     last event. If it throws, the reading ends.
  ///   - each: called with each event, in order.
  @discardableResult
  func rehashedRoots(
    at sizes: Set<UInt64>, comparesStoredHashes: Bool = false,
    root: (UInt64, Digest) throws -> Void = { _, _ in },
    each: (StoredEvent) throws -> Void = { _ in }
  ) throws -> [UInt64: Digest] {
    let hash = try TreeHash()
    var tree = CompactRange()
    var roots: [UInt64: Digest] = [:]
    func keepRoot() throws {
      guard sizes.contains(tree.size) else { return }
      let digest = try tree.root(hash)
      try root(tree.size, digest)
      roots[tree.size] = digest
    }
    try keepRoot()
    guard let last = sizes.max(), last > 0 else { return roots }
    var query = EventQuery(through: Position(Int64(last)))
    query.checksHashes = comparesStoredHashes
    try read(query) { event in
      _ = try unsafe tree.append(hash.leaf(event.bytes), hash)
      try keepRoot()
      try each(event)
    }
    return roots
  }
}
