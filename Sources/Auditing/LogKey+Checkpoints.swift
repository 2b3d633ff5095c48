internal import Cryptography
public import EventLog
internal import Events
internal import Merkle
public import Transparency
internal import Vault

extension LogKey {
  /// The checkpoint in a note, where this key signed it for this log.
  ///
  /// - Throws: ``Discontinuity/notGenuine`` and ``Discontinuity/foreignKey``.
  public func checkpoint(in note: SignedNote) throws(Discontinuity) -> Checkpoint {
    do throws(CheckpointFailure) {
      return try Checkpoint(verifying: note, origin: origin, keys: [signing.verifier])
    } catch {
      switch error {
      case .otherOrigin, .note(.notSignedByKnownKey): throw .foreignKey
      case .malformed, .note: throw .notGenuine
      }
    }
  }

  /// Signs the state of the log, and keeps the note: on the disk when this answers.
  ///
  /// A state that was signed is not signed again: its note is answered. Two processes sign one after
  /// the other.
  ///
  /// Cost: O(log n) readings of the log; every earlier note is read and written again.
  ///
  /// - Throws: ``Discontinuity`` where the state does not continue the last one signed; ``AuditFailure``
  ///   and what the log throws. Nothing is signed then.
  public func sign(stateOf log: some EventLog) throws -> SignedNote {
    do {
      return try file.locked(patience: 5) { try signUnderLock(log) }
    } catch let failure as VaultFailure {
      throw AuditFailure(failure, .key)
    }
  }

  private func signUnderLock(_ log: some EventLog) throws -> SignedNote {
    let head = try log.head()
    let size = UInt64(head.last.number)
    var signed = try SignedCheckpoints(notes)
    if let last = signed.notes.last {
      guard let last else { throw Discontinuity.notGenuine }
      let checkpoint = try checkpoint(in: last)
      try log.checkGrowth(since: checkpoint, to: head)
      if checkpoint.size == size { return last }
    }
    let note = try Checkpoint(origin: origin, size: size, root: head.root).signed(by: signing)
    try signed.append(note, to: notes)
    return note
  }

  /// The note that was signed at a size.
  ///
  /// - Returns: nil where none was.
  /// - Throws: ``Discontinuity/forked(signed:after:)`` where the log's root at that size is not the one
  ///   signed; ``AuditFailure`` and what the log throws.
  public func note(signedAt size: UInt64, for log: some EventLog) throws -> SignedNote? {
    for case let note? in try SignedCheckpoints(notes).notes {
      guard let checkpoint = try? checkpoint(in: note), checkpoint.size == size else { continue }
      guard try log.root(ofSize: size) == checkpoint.root else {
        throw Discontinuity.forked(signed: size, after: 0)
      }
      return note
    }
    return nil
  }
}

extension EventLog {
  /// Sees that the tree with this head begins with that of a checkpoint.
  ///
  /// It is not enough that the root at the checkpoint's size is the same: the nodes above it may have
  /// been changed. The new root must be made of the old one.
  fileprivate func checkGrowth(since checkpoint: Checkpoint, to head: LogHead) throws {
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
