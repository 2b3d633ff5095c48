internal import Cryptography
public import EventLog
internal import Events
public import TransparencyLog

extension EventLog {
  /// Compares the log with the last state signed beside the ledger at this path: once, when the log is
  /// opened for appending. Nothing is compared if nothing was signed.
  ///
  /// The note's signature is not verified: a false note can only prevent appending.
  ///
  /// Cost: O(log n) readings of the log, and the end of the file of notes.
  ///
  /// - Throws: ``Discontinuity/shrunk(signed:found:)`` and ``Discontinuity/forked(signed:after:)``;
  ///   ``SigningFailure``, ``SigningFailure/notNotes`` for a file that does not end with a checkpoint; the
  ///   log's failures.
  public func checkLastSigned(beside ledger: String) throws {
    guard let last = try SignedCheckpoints.last(beside: ledger) else { return }
    try check(last)
  }

  /// Compares the log with every signed checkpoint, by stored nodes; no signature is verified.
  ///
  /// Cost: O(log n) readings of the log for each note.
  ///
  /// - Throws: ``CheckpointDefect`` for the first one that the log contradicts; the log's failures.
  public func checkSigned(_ notes: [SignedNote]) throws {
    for (index, note) in notes.enumerated() {
      do {
        try check(VerifierKeys([]).checkpoint(in: note).checkpoint)
      } catch let reason as Discontinuity {
        throw CheckpointDefect(number: index + 1, reason: reason)
      }
    }
  }

  private func check(_ checkpoint: Checkpoint) throws {
    let found = UInt64(try head().last.number)
    guard checkpoint.size <= found else {
      throw Discontinuity.shrunk(signed: checkpoint.size, found: found)
    }
    guard try root(ofSize: checkpoint.size) == checkpoint.root else {
      throw Discontinuity.forked(signed: checkpoint.size, after: 0)
    }
  }

  /// The note signed at a size; the last one if several keys signed that size.
  ///
  /// - Returns: nil if no note of that size was signed by one of the keys.
  /// - Throws: ``Discontinuity/forked(signed:after:)`` where the log's root at that size is not the one
  ///   signed; the log's failures.
  public func note(
    signedAt size: UInt64, in signed: SignedCheckpoints, by keys: VerifierKeys
  ) throws -> SignedNote? {
    for case let note? in signed.notes.reversed() {
      guard let checkpoint = try? keys.signature(of: note).checkpoint, checkpoint.size == size
      else { continue }
      guard try root(ofSize: size) == checkpoint.root else {
        throw Discontinuity.forked(signed: size, after: 0)
      }
      return note
    }
    return nil
  }
}
