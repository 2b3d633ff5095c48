public import TransparencyLog

extension SignedNote {
  /// The notes of a file, one after the other, with or without empty lines between them.
  ///
  /// A note ends with its signatures, lines that begin with an em dash after an empty line.
  ///
  /// - Returns: no notes for an empty file.
  /// - Throws: ``NoteFailure`` for the first malformed note.
  public static func several(_ bytes: [UInt8]) throws(NoteFailure) -> [SignedNote] {
    let dash = Array("\u{2014} ".utf8)
    var notes: [SignedNote] = []
    var note: [UInt8] = []
    var isSigned = false
    var isAfterEmpty = false
    var rest = bytes[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: newline).map { $0 + 1 } ?? rest.endIndex
      let line = rest[..<end]
      rest = rest[end...]
      let isSignature = line.starts(with: dash) && (isSigned || isAfterEmpty)
      if isSigned, !isSignature {
        notes.append(try SignedNote(parsing: note))
        note = []
        isSigned = false
      }
      isAfterEmpty = line.count == 1 && line.first == newline
      if note.isEmpty, isAfterEmpty { continue }
      isSigned = isSignature
      note += line
    }
    if !note.isEmpty { notes.append(try SignedNote(parsing: note)) }
    return notes
  }
}
