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
