internal import EventLog
internal import Files
public import TransparencyLog

extension Ledger {
  /// Reads the key that signs its checkpoints.
  ///
  /// - Parameter isMade: whether it is created if there is none, for a ledger older than its key.
  /// - Throws: ``SigningFailure``, `keyMissing` for a ledger that is ``served(shown:)``; ``LogFailure`` if a key
  ///   would be created without a ledger.
  public func key(isMade: Bool = false) throws -> LogKey {
    guard maySign else { throw SigningFailure.keyMissing }
    if isMade {
      // A key without a ledger would become the key of a later ledger at this path.
      _ = try log()
      if try LogKey.makeIfMissing(beside: file) { report(.keyMade) }
    }
    return try LogKey(beside: file)
  }

  /// The keys that verify its checkpoints.
  ///
  /// - Throws: ``SigningFailure``.
  public func verifierKeys() throws(SigningFailure) -> VerifierKeys {
    try VerifierKeys.available(beside: file)
  }

  /// The public key of its signing key; nil if there is none or this user may not read it.
  ///
  /// - Throws: ``SigningFailure`` for a file that is not a key.
  public func signingKey() throws(SigningFailure) -> VerifierKey? {
    try VerifierKeys.signing(beside: file)
  }

  /// Signs the state of the log and stores the note; creates the first key if there never was one.
  ///
  /// - Throws: ``Discontinuity`` if the log does not continue the last state signed; ``SigningFailure``;
  ///   ``LogFailure``. Nothing is signed then.
  public func sign() throws -> SignedNote { try key(isMade: true).sign(stateOf: log()) }

  /// Creates another key after the signing key was lost, and signs with it immediately
  /// (``LogKey/makeAnother(beside:for:after:timeout:)``).
  public func makeAnotherKey(after former: [VerifierKey]) throws -> SignedNote {
    try LogKey.makeAnother(beside: file, for: log(), after: former)
  }

  /// The checkpoints it has signed. If this user may not read their file, that is reported and none are
  /// returned.
  ///
  /// - Throws: ``SigningFailure``.
  public func signedCheckpoints() throws(SigningFailure) -> SignedCheckpoints {
    do throws(SigningFailure) { return try SignedCheckpoints(beside: file) } catch {
      guard case .notPermitted(.notes) = error else { throw error }
      report(.checkpointsNotChecked)
      return SignedCheckpoints()
    }
  }

  /// Every note it has signed, to be copied with the log.
  ///
  /// - Throws: ``SigningFailure/malformedNote(number:)`` if the file contains anything else; its other
  ///   failures.
  func keptNotes() throws(SigningFailure) -> [SignedNote] {
    try SignedCheckpoints.whole(beside: file)
  }
}
