public import EventLog
public import Events
public import TransparencyLog

extension EventLog {
  /// Checks that the log's first events are those that a checkpoint signed. Every event is hashed again;
  /// stored nodes are not used.
  ///
  /// Cost: one reading of the events up to the checkpoint's size.
  ///
  /// - Parameters:
  ///   - note: the signed checkpoint, kept outside of the ledger.
  ///   - keys: this ledger's, in the order of their first signature; if empty, the signature is not
  ///     verified.
  ///   - others: further checkpoints of this ledger, which may show how far the history is unchanged.
  ///   - progress: called every 16,384 events with the last position hashed.
  /// - Returns: the checkpoint in the note.
  /// - Throws: ``Discontinuity``, and the log's failures.
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
      at: Set(earlier.map(\.size) + [checkpoint.size]),
      each: { event in
        if event.position.number.isMultiple(of: 16_384) { progress(event.position) }
      })
    guard roots[checkpoint.size] == checkpoint.root else {
      let after = earlier.filter { roots[$0.size] == $0.root }.map(\.size).max() ?? 0
      throw Discontinuity.forked(signed: checkpoint.size, after: after)
    }
    return checkpoint
  }
}
