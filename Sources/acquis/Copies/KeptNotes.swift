internal import Auditing
internal import Exchange
internal import Glibc
internal import Transparency

/// The checkpoints that a ledger has signed, and the keys that verify them, as they lie beside its log.
///
/// The one place of the copies that knows how they are kept: `<ledger>.signed`, its owner's alone, one
/// note after the other with an empty line between them.
enum KeptNotes {
  /// The file of the notes.
  static func path(_ ledger: Ledger) -> String { ledger.file + ".signed" }

  /// Every note; none where the ledger has signed nothing.
  static func of(_ ledger: Ledger) throws(Failure) -> [SignedNote] {
    let path = path(ledger)
    guard Folder.holds(path) else { return [] }
    let bytes = try InputFile.read(path)
    do throws(NoteFailure) {
      return try SignedNote.several(bytes)
    } catch {
      throw .ledger(error.wording.at(path))
    }
  }

  /// What verifies the notes; never what signs them.
  static func keys(of ledger: Ledger) throws -> [VerifierKey] {
    LogKey.exists(beside: ledger.file) ? [try ledger.key().signing.verifier] : []
  }

  /// Puts the notes of a copy beside a ledger that is made from it.
  static func keep(_ notes: [SignedNote], of ledger: Ledger) throws(Failure) {
    guard !notes.isEmpty else { return }
    var file = try NewFile(path(ledger), mode: 0o600)
    try file.write(Array(notes.map(\.bytes).joined(separator: [UInt8(ascii: "\n")])))
    try file.keep()
  }

  /// The notes of a file given by a person.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the file.
  static func read(_ path: String) throws(Failure) -> [SignedNote] {
    let bytes = try InputFile.read(path)
    do throws(NoteFailure) {
      let notes = try SignedNote.several(bytes)
      guard !notes.isEmpty else { throw .unsigned }
      return notes
    } catch {
      throw .input(error.wording.at(path))
    }
  }

  /// A verifier key given by a person, or the file that holds it.
  ///
  /// - Throws: ``Failure/usage(_:)``.
  static func key(_ text: String) throws(Failure) -> VerifierKey {
    if let key = try? VerifierKey(parsing: text) { return key }
    if access(text, R_OK) == 0 {
      let line = try InputFile.read(text).split(separator: UInt8(ascii: "\n")).first ?? []
      if let key = try? VerifierKey(parsing: String(decoding: line, as: UTF8.self)) { return key }
    }
    throw .usage(
      Wording(
        "--key : une clé de vérification est attendue, nom+id+base64, ou le fichier qui la contient",
        "--key: expected a verifier key, name+id+base64, or the file that holds it"))
  }
}
