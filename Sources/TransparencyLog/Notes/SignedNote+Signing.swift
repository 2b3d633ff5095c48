extension SignedNote {
  /// A new note with one signature.
  ///
  /// - Parameter text: ends in a newline and has no other control character.
  /// - Throws: ``NoteFailure/notText``, ``NoteFailure/tooLong(limit:)`` and
  ///   ``NoteFailure/unavailable(_:)``.
  public init(text: String, signedBy key: borrowing SigningKey) throws(NoteFailure) {
    try self.init(text: text, signatures: [key.signature(of: text)])
  }

  /// The note with one more signature, its text unread and unverified: for who knows what it says.
  ///
  /// - Throws: ``NoteFailure/tooManySignatures(limit:)``, ``NoteFailure/tooLong(limit:)`` and
  ///   ``NoteFailure/unavailable(_:)``.
  public func signed(alsoBy key: borrowing SigningKey) throws(NoteFailure) -> SignedNote {
    try SignedNote(
      text: unverifiedText, signatures: signatures + [key.signature(of: unverifiedText)])
  }
}
