internal import EventLog
internal import Files
public import TransparencyLog

extension Ledger {
  /// Reads the key that signs its checkpoints.
  ///
  /// - Parameter isMade: whether it is made where there is none, for a ledger older than its key.
  /// - Throws: ``SigningFailure``; ``LogFailure`` where there is no ledger for a key to be made beside.
  public func key(isMade: Bool = false) throws -> LogKey {
    if isMade {
      // A key beside nothing would be the first that a later ledger signs with.
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

  /// The public half of the key that lies there to sign; nil where there is none, or it is not this user's
  /// to read.
  ///
  /// - Throws: ``SigningFailure`` for a file that is no key.
  public func signingKey() throws(SigningFailure) -> VerifierKey? {
    try VerifierKeys.signing(beside: file)
  }

  /// Signs the state of the log and keeps the note; the first key is made where there never was one.
  ///
  /// - Throws: ``Discontinuity`` where the log does not continue the last state signed; ``SigningFailure``;
  ///   ``LogFailure``. Nothing is signed then.
  public func sign() throws -> SignedNote { try key(isMade: true).sign(stateOf: log()) }

  /// Makes another key where the one that signed is lost, and signs with it at once
  /// (``LogKey/makeAnother(beside:for:after:patience:)``).
  public func makeAnotherKey(after former: [VerifierKey]) throws -> SignedNote {
    try LogKey.makeAnother(beside: file, for: log(), after: former)
  }

  /// The checkpoints it has signed; none, and that is reported, where the file is not this user's to
  /// read.
  ///
  /// - Throws: ``SigningFailure``.
  public func signedCheckpoints() throws(SigningFailure) -> SignedCheckpoints {
    do throws(SigningFailure) { return try SignedCheckpoints(beside: file) } catch {
      guard case .notPermitted(.notes) = error else { throw error }
      report(.checkpointsNotChecked)
      return SignedCheckpoints()
    }
  }

  /// Every note it has signed, each whole: what is copied with the log. Whoever else may read their file
  /// is not looked at, for they are handed out.
  ///
  /// - Throws: ``SigningFailure/notNotes`` where the file holds something else; its other failures.
  func keptNotes() throws(SigningFailure) -> [SignedNote] {
    try SignedCheckpoints.whole(beside: file)
  }
}
