extension SignedNote {
  /// Signs a text.
  ///
  /// - Parameter text: must end in a newline and contain no other control characters than newlines.
  /// - Throws: ``NoteFailure/notText``, ``NoteFailure/tooLong(limit:)`` and
  ///   ``NoteFailure/unavailable(_:)``.
  public init(text: String, signedBy key: borrowing SigningKey) throws(NoteFailure) {
    try self.init(text: text, signatures: [key.signature(of: text)])
  }

  /// Returns the note with one more signature. Does not verify the existing ones: the caller has
  /// checked the text.
  ///
  /// - Throws: ``NoteFailure/tooManySignatures(limit:)``, ``NoteFailure/tooLong(limit:)`` and
  ///   ``NoteFailure/unavailable(_:)``.
  public func signed(alsoBy key: borrowing SigningKey) throws(NoteFailure) -> SignedNote {
    try SignedNote(
      text: unverifiedText, signatures: signatures + [key.signature(of: unverifiedText)])
  }
}
