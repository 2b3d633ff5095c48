internal import AcquisLedger
internal import EventLog
internal import Events
internal import Glibc
internal import TransparencyLog

/// The checkpoints that a ledger has signed, and the keys that verify them, as they lie beside its log.
///
/// The one place of the copies that knows how they are kept: `<ledger>.signed`, its owner's alone, one
/// note after the other with an empty line between them.
enum KeptNotes {
  /// The file of the notes.
  static func path(_ ledger: Ledger) -> String { ledger.file + ".signed" }

  /// The file of the keys that verify them.
  static func keysPath(_ ledger: Ledger) -> String { ledger.file + ".vkeys" }

  /// Every note; none where the ledger has signed nothing.
  static func of(_ ledger: Ledger) throws(Failure) -> [SignedNote] {
    let path = path(ledger)
    guard Folder.holds(path) else { return [] }
    let bytes: [UInt8]
    do throws(Failure) { bytes = try InputFile.read(path) } catch { throw .ledger(error.text) }
    do throws(NoteFailure) {
      return try SignedNote.several(bytes)
    } catch {
      throw .ledger(error.text.at(path))
    }
  }

  /// What verifies the notes; never what signs them.
  static func keys(of ledger: Ledger) throws -> [VerifierKey] {
    try VerifierKeys.known(beside: ledger.file).keys
  }

  /// Sees that the log is what every note signed: no copy is made of one that is not.
  ///
  /// Cost: O(log n) readings of the log for each note; for who does not hash the events anyway.
  ///
  /// - Throws: ``Failure/ledger(_:)`` naming the note; ``AuditFailure`` and the log's failures.
  static func check(_ log: some EventLog, of ledger: Ledger) throws {
    do { try log.checkSigned(of(ledger)) } catch let defect as CheckpointDefect {
      throw Failure.ledger(defect.text.withoutCopy.at(ledger.path))
    }
  }

  /// Puts the notes of a copy beside a ledger that is made from it.
  static func keep(_ notes: [SignedNote], of ledger: Ledger) throws(Failure) {
    guard !notes.isEmpty else { return }
    var file = try NewFile(path(ledger), mode: 0o600)
    try file.write(Array(notes.map(\.bytes).joined(separator: [UInt8(ascii: "\n")])))
    try file.keep()
  }

  /// The checkpoints of a file given by a person.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the file, and what it is.
  static func read(_ path: String) throws(Failure) -> [SignedNote] {
    let file = GivenFile(try InputFile.read(path))
    do throws(GivenFailure) { return try file.checkpoints() } catch {
      throw .input(error.text.at(path))
    }
  }

  /// Verifier keys given by a person: one, or the file that holds some.
  ///
  /// - Throws: ``Failure/usage(_:)``, and ``Failure/input(_:)`` naming the file, and what it is.
  static func keys(_ text: String) throws(Failure) -> [VerifierKey] {
    if let key = try? VerifierKey(parsing: text) { return [key] }
    guard access(text, F_OK) == 0 else {
      throw .usage(
        Text(
          "--key : une clé de vérification est attendue, nom+id+base64, ou le fichier qui la contient",
          "--key: expected a verifier key, name+id+base64, or the file that holds it"))
    }
    let file = GivenFile(try InputFile.read(text))
    do throws(GivenFailure) { return try file.keys() } catch {
      throw .input(error.text.at(text))
    }
  }
}

extension Text {
  /// With the word that no copy was made.
  var withoutCopy: Text {
    then(
      Text(
        "rien n’est copié d’un registre qui contredit ce qu’il a signé",
        "nothing is copied of a ledger that contradicts what it signed"))
  }
}
