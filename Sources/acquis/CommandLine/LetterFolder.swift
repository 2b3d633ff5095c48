internal import AcquisLedger
internal import Documents
internal import Events
internal import Files
internal import Glibc

/// A folder of letters: one file for each candidacy, named after it, for its owner alone.
struct LetterFolder {
  let path: String

  /// Writes every letter, or none: what was written is removed if one cannot be.
  ///
  /// - Throws: ``Failure/input(_:)`` if a file of a letter is there already; ``Failure/ledger(_:)`` if the
  ///   folder or a file cannot be written.
  func write(_ letters: [Letter], _ invocation: Invocation) throws {
    let folder = path.hasSuffix("/") && path != "/" ? String(path.dropLast()) : path
    let files = letters.map { (letter: $0, path: "\(folder)/\($0.candidacy.text).html") }
    let existing = files.filter { Folder.exists($0.path) }
    guard existing.isEmpty else {
      let names = existing.map { Folder.name($0.path) }.joined(separator: ", ")
      throw Failure.input(
        Text(
          "il y a déjà des lettres dans ce dossier ; aucune n’a été écrite : \(names)",
          "letters are there already, none was written: \(names)"
        ).at(folder))
    }
    let isNew: Bool
    do throws(FileFailure) {
      isNew = try Folder.make(folder, mode: 0o700)
    } catch {
      throw Failure.ledger(error.text.at(folder))
    }
    var written: [String] = []
    do {
      let writer = try DocumentWriter(invocation)
      for (letter, path) in files {
        try writer.write(letter.document(), to: path)
        written.append(path)
      }
    } catch {
      for path in written { unsafe unlink(path) }
      if isNew { Folder.removeEmpty(folder) }
      throw error
    }
    invocation.output.note(
      Text.count(
        letters.count, Text("lettre écrite", "letter written"),
        Text("lettres écrites", "letters written")
      ).at(folder))
  }
}
