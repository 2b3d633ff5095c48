extension Checkpoint {
  /// The checkpoint as a note, signed by its log.
  ///
  /// A log never signs two checkpoints of which one does not extend the other: that is for the caller
  /// to know. The key's name is the origin by custom; another is taken.
  ///
  /// - Throws: ``NoteFailure``.
  public func signed(by key: borrowing SigningKey) throws(NoteFailure) -> SignedNote {
    try SignedNote(text: text, signedBy: key)
  }

  /// The checkpoint that a note holds, where the log signed it.
  ///
  /// - Parameters:
  ///   - origin: the log it has to be of, byte for byte.
  ///   - keys: the log's own keys; a witness's among them would pass for the log's.
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
