internal import AcquisLedger
internal import Events
internal import Files

extension Command {
  /// `import FILE`
  static let importFile = Command(
    name: "import",
    summary: Text(
      "enregistre des faits anciens tels quels, tous ou aucun",
      "records old facts as written, all or none"),
    arguments: [
      Argument(
        name: "FILE",
        help: Text(
          "JSON Lines, une entrée par ligne, ou une feuille .csv, .tsv ou .xlsx dont l’en-tête nomme les champs et une colonne `type`, ou, avec --cpf, la réponse à un flux ; - lit l’entrée standard",
          "JSON Lines, one event a line, or a sheet (.csv, .tsv, .xlsx) whose header names the fields and a `type` column, or, with --cpf, the answer to a flow; - reads standard input"
        ), input: .file)
    ],
    options: [
      Option(
        name: "by", value: "WHO",
        help: Text(
          "qui répond des entrées qui ne le disent pas, un identifiant",
          "who is responsible for the entries that do not say it, an id")),
      Option(
        name: "on", value: "DATE",
        help: Text(
          "le jour des entrées qui n’en ont pas : 17/06/2021, `2021-06-17`, hier",
          "the day of entries that have none: 2021-06-17, 17/06/2021, yesterday")),
      Option(
        name: "dry-run",
        help: Text(
          "dit ce qui serait ajouté et ce qui enfreint les règles, sans rien enregistrer",
          "report what would be added and what breaks the rules, and record nothing")),
      .acceptClock, ImportFlowAnswer.option,
    ] + ImportSheet.options,
    example: "acquis import history.jsonl --dry-run"
  ) { invocation in
    if invocation.has("cpf") { return try ImportFlowAnswer.run(invocation) }
    if ImportSheet.isAsked(invocation) { return try ImportSheet.run(invocation) }
    let file = invocation.argument("FILE") ?? "-"
    let ledger = try Ledger(invocation)
    // Where standard input is copied to there must be a ledger.
    if file == "-" { _ = try ledger.log() }
    let given = try InputFile.rereadable(file, copyingTo: ledger.scratchFolder)
    let start = try given.start(of: file)
    switch ImportForm(start, named: file) {
    case .lines: try ImportLines(given, named: file, startingWith: start, invocation).run()
    case .answer:
      throw Failure.input(
        Text(
          "c’est la réponse de la Caisse des Dépôts à un flux : `acquis import --cpf \(Shown.onOneLine(file))`",
          "this is an answer of the Caisse des Dépôts to a flow: `acquis import --cpf \(Shown.onOneLine(file))`"
        ).nothingRecorded.at(file))
    case .sheet:
      try ImportTable.run(try InputFile.read(given, named: file), from: file, invocation)
    }
  }
}

extension RereadableFile {
  /// Its first bytes, by which its form is known.
  fileprivate func start(of path: String) throws(Failure) -> [UInt8] {
    do throws(FileFailure) { return try bytes(from: 0, atMost: 4096) } catch {
      throw .input(error.text.at(path))
    }
  }
}

/// What a file to import is, by its first bytes, then by its name.
enum ImportForm {
  /// JSON Lines.
  case lines
  case sheet
  /// The answer to a flow, which `--cpf` takes in.
  case answer

  private static let ofSheets = [".csv", ".tsv", ".tab", ".xlsx", ".xlsm"]
  private static let ofLines = [".jsonl", ".ndjson", ".json"]

  init(_ bytes: [UInt8], named name: String) {
    let name = name.lowercased()
    let start = bytes.prefix(4096).filter { $0 != 0 && $0 < 0x80 }
    let first = start.first { ![0x20, 0x09, 0x0a, 0x0d].contains($0) }
    let isArchive = bytes.starts(with: [0x50, 0x4b, 0x03, 0x04])
    if first == UInt8(ascii: "<"), String(decoding: start, as: UTF8.self).contains("rapport") {
      self = .answer
    } else if first == UInt8(ascii: "{") {
      self = .lines
    } else if isArchive || Self.ofSheets.contains(where: name.hasSuffix) {
      self = .sheet
    } else if Self.ofLines.contains(where: name.hasSuffix) || first == nil {
      self = .lines
    } else {
      // A header has several cells, or is the name of its only column.
      let header = start.prefix { $0 != 0x0a && $0 != 0x0d }
      let isRow = header.contains { [UInt8](",;\t|".utf8).contains($0) }
      self = isRow || bytes.starts(with: [0xd0, 0xcf]) ? .sheet : .lines
    }
  }
}
