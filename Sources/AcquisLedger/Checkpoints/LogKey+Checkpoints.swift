internal import Cryptography
public import EventLog
internal import Events
internal import Files
public import TransparencyLog

extension LogKey {
  /// Seconds to wait for another process that is signing.
  public static var timeout: Int { 5 }

  /// The checkpoint in a note that this key signed for this log.
  ///
  /// - Throws: ``Discontinuity/notGenuine`` and ``Discontinuity/foreignKey``.
  public func checkpoint(in note: SignedNote) throws(Discontinuity) -> Checkpoint {
    try VerifierKeys([signing.verifier]).signature(of: note).checkpoint
  }

  /// Signs the state of the log and stores the note, durable on return.
  ///
  /// A state that this key has signed already is not signed again: its note is returned. A lock lets one
  /// process sign at a time. This key is added to the file of public keys if it is missing there.
  ///
  /// Cost: O(log n) readings of the log; every earlier note is read and written again.
  ///
  /// - Parameter timeout: seconds to wait for another process that is signing.
  /// - Throws: ``Discontinuity`` where the state does not continue the last one signed; ``SigningFailure``,
  ///   ``SigningFailure/formerKey(_:since:)`` among others; the log's failures. Nothing is signed then.
  public func sign(
    stateOf log: some EventLog, timeout: Int = timeout
  ) throws -> SignedNote {
    do {
      return try file.locked(timeout: timeout) { try signUnderLock(log) }
    } catch let failure as FileFailure {
      throw SigningFailure(failure, .key)
    }
  }

  private func signUnderLock(_ log: some EventLog) throws -> SignedNote {
    for each in [file, notes, VerifierKeys.file(ledger)] { each.clearDrafts() }
    let head = try log.head()
    let size = UInt64(head.last.number)
    var signed = try SignedCheckpoints(notes)
    let kept = try VerifierKeys.stored(beside: ledger) ?? VerifierKeys([])
    let known = kept.followed(by: [signing.verifier])
    // An altered note is evidence: the file is not rewritten.
    guard !signed.notes.contains(where: { $0 == nil }) else { throw Discontinuity.notGenuine }
    if case let last?? = signed.notes.last {
      let (checkpoint, index) = try known.signature(of: last)
      let isOwn = known.keys[index] == signing.verifier
      if !isOwn { try checkBegins(after: index, kept, signed) }
      try log.checkGrowth(since: checkpoint, to: head)
      if isOwn, checkpoint.size == size {
        try complete(kept, with: known)
        return last
      }
    } else if !kept.isEmpty, kept != known {
      throw SigningFailure.foreignKey(signing.verifier.name)
    }
    try complete(kept, with: known)
    let note = try Checkpoint(origin: origin, size: size, root: head.root).signed(by: signing)
    try signed.append(note, to: notes)
    return note
  }

  private func complete(
    _ kept: VerifierKeys, with known: VerifierKeys
  ) throws(SigningFailure) {
    if kept != known { try known.write(beside: ledger) }
  }

  /// Checks that this key, which did not sign the last note, may sign the next one.
  private func checkBegins(
    after index: Int, _ kept: VerifierKeys, _ signed: SignedCheckpoints
  ) throws {
    guard let own = kept.keys.firstIndex(of: signing.verifier) else {
      throw Discontinuity.foreignKey
    }
    guard own > index, kept.starts(in: signed)[own] == nil else {
      throw SigningFailure.formerKey(signing.verifier.name, since: kept.keys[index].name)
    }
  }
}

extension EventLog {
  /// Checks that the tree with this head begins with that of a checkpoint, by a consistency proof.
  ///
  /// Comparing the root at the checkpoint's size is not enough: the nodes above it may have been
  /// changed.
  func checkGrowth(since checkpoint: Checkpoint, to head: LogHead) throws {
    let size = UInt64(head.last.number)
    guard checkpoint.size <= size else {
      throw Discontinuity.shrunk(signed: checkpoint.size, found: size)
    }
    guard checkpoint.size > 0 else { return }
    let proof = try consistencyProof(from: checkpoint.size, to: size)
    do {
      try proof.verify(earlier: checkpoint.root, later: head.root, TreeHash())
    } catch ProofFailure.otherRoot {
      throw Discontinuity.forked(signed: checkpoint.size, after: 0)
    }
  }
}
