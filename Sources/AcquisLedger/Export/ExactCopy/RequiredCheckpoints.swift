internal import Cryptography
public import EventLog
internal import Events
public import TransparencyLog

/// Checks a log against signed checkpoints: each must be of this log's tree at its size.
public struct RequiredCheckpoints: Sendable {
  public enum Failure: Error, Equatable, Sendable {
    /// The note's signature is not valid, or the note is not a checkpoint.
    case unverified(CheckpointFailure)
    /// It signs more events than the log has.
    case beyondTheLog(size: UInt64, last: Int64)
    /// The log's first events are not those that were signed.
    case otherRoot(size: UInt64)
  }

  private let checkpoints: [Checkpoint]

  /// Verifies the notes by the keys. Without any key no signature is verified, which protects against
  /// accidents only.
  ///
  /// The origin of a log's checkpoint is the name of the key that signed it.
  ///
  /// - Throws: ``Failure/unverified(_:)``.
  public init(_ notes: [SignedNote], keys: [VerifierKey]) throws(Failure) {
    var checkpoints: [Checkpoint] = []
    for note in notes {
      do throws(CheckpointFailure) {
        checkpoints.append(try Self.checkpoint(of: note, keys))
      } catch {
        throw .unverified(error)
      }
    }
    self.checkpoints = checkpoints
  }

  private static func checkpoint(
    of note: SignedNote, _ keys: [VerifierKey]
  ) throws(CheckpointFailure) -> Checkpoint {
    if keys.isEmpty { return try Checkpoint(parsing: note.unverifiedText) }
    let verified: VerifiedNote
    do throws(NoteFailure) { verified = try note.verified(by: keys) } catch { throw .note(error) }
    let checkpoint = try Checkpoint(parsing: verified.text)
    guard verified.signers.contains(where: { $0.name == KeyName(checkpoint.origin) }) else {
      throw .otherOrigin
    }
    return checkpoint
  }

  /// Compares the log's root at each signed size.
  ///
  /// Cost: a hash of each event up to the largest size; nothing if there is no checkpoint.
  ///
  /// - Throws: ``Failure``, and the log's failures.
  public func check(_ log: some EventLog) throws {
    guard let largest = checkpoints.map(\.size).max() else { return }
    let last = try log.head().last
    guard largest <= UInt64(last.number) else {
      throw Failure.beyondTheLog(size: largest, last: last.number)
    }
    let signed = Dictionary(grouping: checkpoints, by: \.size)
    try log.rehashedRoots(at: Set(signed.keys), comparesStoredHashes: true) { size, root in
      guard signed[size, default: []].allSatisfy({ $0.root == root }) else {
        throw Failure.otherRoot(size: size)
      }
    }
  }
}
