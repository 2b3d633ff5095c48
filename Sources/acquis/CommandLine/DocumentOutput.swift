internal import AcquisLedger
internal import Documents
internal import Events
internal import Files
internal import Glibc

extension Command {
  /// Where a document is written.
  static let to = Option(
    name: "to", value: "FILE",
    help: Text(
      "écrit le document dans ce fichier .html ou .pdf (par WeasyPrint), lisible de son seul "
        + "propriétaire (par défaut : la sortie standard, en HTML). Le PDF n’est pas un PDF/A ; pour en "
        + "demander un, donnez le .html à weasyprint --pdf-variant pdf/a-3b",
      "write the document to this .html or .pdf file (by WeasyPrint), for its owner alone (default: "
        + "standard output, as HTML). The PDF is not PDF/A; to ask for one, give the .html to weasyprint "
        + "--pdf-variant pdf/a-3b"
    ))
}

extension Invocation {
  /// Writes a document, with its proof, to the file of `--to`, else to standard output.
  ///
  /// - Throws: as ``DocumentWriter``.
  func write(_ document: Document) throws {
    let target = try served?.isPDF == true ? .servedPDF() : DocumentTarget(option("to"))
    try DocumentWriter(self).write(document, to: target)
  }

  /// Writes a document, with its proof, to a file; for several, make one ``DocumentWriter``.
  ///
  /// - Throws: as ``DocumentWriter``.
  func write(_ document: Document, to path: String) throws {
    let target = try DocumentTarget(path)
    try DocumentWriter(self).write(document, to: target)
  }
}

/// Where a document goes, and in which form.
enum DocumentTarget {
  case standardOutput
  case html(String)
  case pdf(String, by: WeasyPrint)
  /// The answer of a request.
  case pdfAnswer(by: WeasyPrint)

  /// - Throws: ``Failure/ledger(_:)`` where WeasyPrint is missing.
  static func servedPDF() throws(Failure) -> DocumentTarget {
    guard let program = WeasyPrint(in: Environment.variable("PATH") ?? "") else {
      throw .ledger(PDFFailure.missing.text)
    }
    return .pdfAnswer(by: program)
  }

  /// - Parameter path: nil for standard output.
  /// - Throws: ``Failure/usage(_:)`` for a file of another kind, and for a PDF where WeasyPrint is missing;
  ///   ``Failure/input(_:)`` if something is at the path.
  init(_ path: String?) throws(Failure) {
    guard let path else {
      self = .standardOutput
      return
    }
    if path.hasSuffix(".html") {
      self = .html(path)
    } else if path.hasSuffix(".pdf") {
      guard let program = WeasyPrint(in: Environment.variable("PATH") ?? "") else {
        throw .usage(PDFFailure.missing.text.at(path))
      }
      self = .pdf(path, by: program)
    } else {
      throw .usage(
        Text(
          "un fichier .html ou .pdf est attendu", "expected a .html or a .pdf file"
        ).at(path))
    }
    guard !Folder.exists(path) else {
      throw Failure(LedgerFailure.file(.system(code: EEXIST), at: path), ledger: path)
    }
  }
}

/// Writes the documents of one call, each with its proof: the state of the log is signed once for all.
struct DocumentWriter {
  private let output: Output
  private let source: ProofSource

  /// - Throws: ``Failure/check(_:)`` where the log does not continue what was signed; the ledger's failures.
  ///   Nothing is signed then.
  init(_ invocation: Invocation) throws {
    output = invocation.output
    let ledger = try Ledger(invocation)
    let known = try invocation.has("known") ? invocation.known(in: ledger.log()) : nil
    source = try Failure.signing { try ProofSource(ledger, known: known) }
  }

  /// - Throws: as ``DocumentTarget/init(_:)``, and as for a target.
  func write(_ document: Document, to path: String) throws {
    try write(document, to: DocumentTarget(path))
  }

  /// A file is for its owner alone, and is there whole or not at all.
  ///
  /// - Throws: ``LedgerFailure/file(_:at:)`` if it cannot be written or is there already;
  ///   ``Failure/ledger(_:)`` if WeasyPrint fails.
  func write(_ document: Document, to target: DocumentTarget) throws {
    let proof = try Failure.signing { try source.proof(of: document) }
    if proof.statement.note == nil { output.note(.documentUnsigned) }
    let html = document.html(proof: try proof.html(in: document.languages))
    switch target {
    case .standardOutput: try output.bytes(Array(html.utf8))
    case .pdfAnswer(let program):
      // A name of its own: several requests may be at it at once.
      let draft =
        "\(Environment.variable("TMPDIR") ?? "/tmp")/acquis-\(EventID.new(at: LedgerClock.system().now()))"
      let pdf: [UInt8]
      do throws(PDFFailure) {
        pdf = try program.pdf(
          of: html, attaching: DocumentProof.fileName, proof.part, for: draft)
      } catch { throw Failure.ledger(error.text) }
      try output.bytes(pdf)
    case .html(let path):
      try create(path) { Array(html.utf8) }
    case .pdf(let path, let program):
      try create(path) {
        try program.pdf(of: html, attaching: DocumentProof.fileName, proof.part, for: path)
      }
    }
  }

  private func create(_ path: String, _ contents: () throws -> [UInt8]) throws {
    try Failure.atFile(path) {
      var file = try NewFile(path, mode: 0o600)
      do {
        try file.write(contents())
      } catch let failure as PDFFailure {
        throw Failure.ledger(failure.text.at(path))
      }
      try file.keep()
    }
  }
}

extension Text {
  fileprivate static let documentUnsigned = Text(
    "la preuve du document n’est pas signée : la clé du registre n’est pas lisible ici",
    "the document’s proof is not signed: the ledger’s key cannot be read here")
}
