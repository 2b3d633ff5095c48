internal import Cryptography
public import EventLog
internal import Events
internal import Files
public import TransparencyLog

extension LogKey {
  /// For how many seconds another process that signs is waited for.
  public static var patience: Int { 5 }

  /// The checkpoint in a note, where this key signed it for this log.
  ///
  /// - Throws: ``Discontinuity/notGenuine`` and ``Discontinuity/foreignKey``.
  public func checkpoint(in note: SignedNote) throws(Discontinuity) -> Checkpoint {
    try VerifierKeys([signing.verifier]).signature(of: note).checkpoint
  }

  /// Signs the state of the log, and keeps the note: on the disk when this answers.
  ///
  /// A state that this key has signed is not signed again: its note is answered. Two processes sign one
  /// after the other. The file of public keys is completed where this key is missing there.
  ///
  /// Cost: O(log n) readings of the log; every earlier note is read and written again.
  ///
  /// - Parameter patience: for how many seconds another process that signs is waited for.
  /// - Throws: ``Discontinuity`` where the state does not continue the last one signed; ``SigningFailure``,
  ///   ``SigningFailure/formerKey(_:since:)`` among others, and what the log throws. Nothing is signed
  ///   then.
  public func sign(
    stateOf log: some EventLog, patience: Int = patience
  ) throws -> SignedNote {
    do {
      return try file.locked(patience: patience) { try signUnderLock(log) }
    } catch let failure as FileFailure {
      throw SigningFailure(failure, .key)
    }
  }

  private func signUnderLock(_ log: some EventLog) throws -> SignedNote {
    file.clearDrafts()
    notes.clearDrafts()
    let head = try log.head()
    let size = UInt64(head.last.number)
    var signed = try SignedCheckpoints(notes)
    let kept = try VerifierKeys.stored(beside: ledger) ?? VerifierKeys([])
    let known = kept.followed(by: [signing.verifier])
    // An altered note is evidence: the file is not written anew around it.
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

  /// Sees that this key, which did not sign the last note, may be the next to sign.
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
  /// Sees that the tree with this head begins with that of a checkpoint.
  ///
  /// It is not enough that the root at the checkpoint's size is the same: the nodes above it may have
  /// been changed. The new root must be made of the old one.
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
