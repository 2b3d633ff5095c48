internal import Cryptography
public import EventLog
public import Events
public import TransparencyLog

extension EventLog {
  /// Sees that the log's first events are those that a checkpoint signed: every one of them is hashed
  /// again, and no stored node is believed.
  ///
  /// Cost: one reading of the events up to the checkpoint's size.
  ///
  /// - Parameters:
  ///   - note: what was signed, from whoever kept it.
  ///   - keys: this ledger's, in the order in which they began to sign; where there is none, the
  ///     signature is not verified.
  ///   - others: further checkpoints of this ledger, which may tell how far the history is unchanged.
  ///   - progress: told now and then how many events were hashed.
  /// - Returns: the checkpoint.
  /// - Throws: ``Discontinuity``; what the log throws.
  public func checkContinuation(
    of note: SignedNote, by keys: VerifierKeys, others: SignedCheckpoints,
    progress: (Position) -> Void = { _ in }
  ) throws -> Checkpoint {
    let (checkpoint, index) = try keys.checkpoint(in: note)
    if let index, let began = keys.starts(in: others).dropFirst(index + 1).compactMap({ $0 }).min(),
      began < checkpoint.size
    {
      throw Discontinuity.formerKey
    }
    let found = UInt64(try head().last.number)
    guard checkpoint.size <= found else {
      throw Discontinuity.shrunk(signed: checkpoint.size, found: found)
    }
    let earlier = others.notes.compactMap { $0 }.compactMap {
      try? keys.checkpoint(in: $0).checkpoint
    }
    .filter { $0.size < checkpoint.size }
    let roots = try rehashedRoots(
      at: Set(earlier.map(\.size) + [checkpoint.size]), progress: progress)
    guard roots[checkpoint.size] == checkpoint.root else {
      let after = earlier.filter { roots[$0.size] == $0.root }.map(\.size).max() ?? 0
      throw Discontinuity.forked(signed: checkpoint.size, after: after)
    }
    return checkpoint
  }

  /// The roots at these sizes, from the events' bytes alone.
  private func rehashedRoots(
    at sizes: Set<UInt64>, progress: (Position) -> Void
  ) throws -> [UInt64: Digest] {
    let hash = try TreeHash()
    var tree = CompactRange()
    var roots: [UInt64: Digest] = [:]
    if sizes.contains(0) { roots[0] = try tree.root(hash) }
    guard let last = sizes.max(), last > 0 else { return roots }
    var query = EventQuery(through: Position(Int64(last)))
    query.isHashed = false
    try read(query) { event in
      _ = try tree.append(hash.leaf(event.bytes), hash)
      if sizes.contains(tree.size) { roots[tree.size] = try tree.root(hash) }
      if tree.size % 16_384 == 0 { progress(event.position) }
    }
    return roots
  }
}
