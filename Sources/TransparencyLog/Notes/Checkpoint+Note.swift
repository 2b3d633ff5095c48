extension Checkpoint {
  /// Signs the checkpoint as a note.
  ///
  /// The caller ensures that the log never signs two checkpoints of which neither extends the
  /// other. The key's name is the origin by convention; this is not checked.
  ///
  /// - Throws: ``NoteFailure/tooLong(limit:)``, ``NoteFailure/unavailable(_:)``.
  public func signed(by key: borrowing SigningKey) throws(NoteFailure) -> SignedNote {
    try SignedNote(text: text, signedBy: key)
  }

  /// Verifies a note's signature and parses the checkpoint in it.
  ///
  /// - Parameters:
  ///   - origin: the expected origin, compared byte for byte.
  ///   - keys: the log's own keys only: a signature of any of them is accepted as the log's.
  /// - Throws: ``CheckpointFailure``.
  public init(
    verifying note: SignedNote, origin: String, keys: [VerifierKey]
  ) throws(CheckpointFailure) {
    let verified: VerifiedNote
    do throws(NoteFailure) { verified = try note.verified(by: keys) } catch { throw .note(error) }
    try self.init(parsing: verified.text)
    guard self.origin.utf8.elementsEqual(origin.utf8) else { throw .otherOrigin }
  }
}
