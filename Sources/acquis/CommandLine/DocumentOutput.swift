internal import AcquisLedger
internal import Documents
internal import Events
internal import Files

extension Command {
  /// Where a document is written.
  static let to = Option(
    name: "to", value: "FILE",
    help: Text(
      "écrit le document dans ce fichier .html ou .pdf, lisible de son seul propriétaire (par défaut : la sortie standard, en HTML)",
      "write the document to this .html or .pdf file, for its owner alone (default: standard output, as HTML)"
    ))
}

extension Invocation {
  /// Writes a document to the file of `--to`, else to standard output.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a file of another kind; ``Failure/ledger(_:)`` if it cannot be
  ///   written, or is there already.
  func write(_ document: Document) throws {
    guard let path = option("to") else {
      return try output.bytes(Array(document.html().utf8))
    }
    try write(document, to: path)
  }

  /// Writes a document to a file.
  ///
  /// - Throws: as ``write(_:)``.
  func write(_ document: Document, to path: String) throws {
    let html = document.html()
    guard path.hasSuffix(".html") else {
      throw Failure.usage(
        Text("--to : un fichier .html est attendu", "--to: expected a .html file"))
    }
    do throws(FileFailure) {
      var file = try NewFile(path, mode: 0o600)
      try file.write(Array(html.utf8))
      try file.keep()
    } catch {
      throw Failure.ledger(error.text.at(path))
    }
  }
}
