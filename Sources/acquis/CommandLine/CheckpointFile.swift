internal import AcquisLedger
internal import EventLog
internal import Events
internal import TransparencyLog

/// The file of one checkpoint, kept outside of the ledger, with which the log is compared.
struct CheckpointFile {
  /// Its path.
  let path: String
  let note: SignedNote
  private let invocation: Invocation

  /// - Throws: ``Failure/input(_:)`` unless the file holds one checkpoint.
  init(_ path: String, _ invocation: Invocation) throws(Failure) {
    let notes = try SuppliedFile.checkpoints(path)
    guard let note = notes.first, notes.count == 1 else {
      throw .input(
        Text(
          "contient \(Text.count(notes.count, .checkpoint).french) ; donnez-en un seul",
          "holds \(notes.count) checkpoints; give one alone"
        ).at(path))
    }
    self.path = path
    self.note = note
    self.invocation = invocation
  }

  /// Whether a key is known that could have signed it.
  var hasKeys: Bool {
    get throws {
      let ledger = try Ledger(invocation)
      return try !ledger.verifierKeys(invocation, ledger.signedCheckpoints()).isEmpty
    }
  }

  /// Hashes the log's first events again and compares them with what was signed.
  ///
  /// - Returns: the checkpoint, and whether its signature was verified: false where no key is known.
  /// - Throws: ``AcquisLedger/Discontinuity`` if the log does not continue what was signed.
  func check(_ log: some EventLog) throws -> (checkpoint: Checkpoint, isVerified: Bool) {
    let ledger = try Ledger(invocation)
    let signed = try ledger.signedCheckpoints()
    let keys = try ledger.verifierKeys(invocation, signed)
    defer { invocation.output.endProgress() }
    let checkpoint = try log.checkContinuation(of: note, by: keys, others: signed) { position in
      invocation.output.progress(
        Text("entrées relues : \(position)", "events hashed again: \(position)"))
    }
    return (checkpoint, !keys.isEmpty)
  }

  /// The last position that the checkpoint signed, once the log is found to continue it.
  ///
  /// - Throws: ``Failure/check(_:)`` if it does not.
  func knownPosition(in log: some EventLog) throws -> Position {
    do {
      let (checkpoint, isVerified) = try check(log)
      if !isVerified { invocation.output.note(Signatures.unchecked) }
      return Position(Int64(checkpoint.size))
    } catch let reason as Discontinuity {
      throw Failure.check(reason.text.at(path))
    }
  }
}
