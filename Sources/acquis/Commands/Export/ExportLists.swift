internal import AcquisLedger
internal import Events
internal import Files
internal import Glibc
internal import Sheets

/// `export csv` and `export xlsx`: every list of the ledger, with what its columns mean.
enum ExportLists {
  /// A list that was written.
  private struct Written {
    let name: String
    let rows: Int
  }

  /// `export csv`: a folder with one file for each list, and a `LISEZMOI.txt`.
  ///
  /// - Throws: ``Failure/usage(_:)`` without `--to` and for an unknown style; ``Failure/input(_:)`` if something
  ///   other than an empty folder is there, ``Failure/ledger(_:)`` if it cannot be written: nothing is left then.
  static func csv(_ invocation: Invocation) throws {
    let path = try destination(
      invocation, Text("un dossier est attendu", "expected a folder's path"))
    let style = try style(invocation)
    // Opened first: a ledger that cannot be read is reported before a folder that cannot be written.
    let question = try invocation.question()
    let (written, isNamed) = try Failure.atFile(path) {
      let folder = try NewFolder(path)
      let export = try ExportedLists(invocation, question)
      let written = try export.lists.map { list in
        let rows = try write(list, style, to: folder.draft, invocation.output)
        return Written(name: "\(list.name).csv", rows: rows)
      }
      let readme = try ListReadme(of: export)
      var file = try NewFile("\(folder.draft)/LISEZMOI.txt", mode: 0o600)
      try file.write(readme.bytes(style, rows: written.map(\.rows)))
      try file.keep()
      try folder.keep()
      return (written, export.names.isShown)
    }
    try report(written, "files", as: "folder", path, isNamed: isNamed, question, invocation)
  }

  /// `export xlsx`: a workbook with one sheet for each list, after one with the columns' meanings.
  ///
  /// - Throws: ``Failure/usage(_:)`` without `--to` and for a file of another kind; ``Failure/input(_:)`` if
  ///   something is there already or a list has more rows than a sheet; ``Failure/ledger(_:)`` if it cannot be
  ///   written: nothing is left then.
  static func workbook(_ invocation: Invocation) throws {
    let path = try destination(
      invocation, Text("un fichier .xlsx est attendu", "expected a .xlsx file"))
    guard path.hasSuffix(".xlsx") else {
      throw Failure.usage(
        Text("--to : un fichier .xlsx est attendu", "--to: expected a .xlsx file"))
    }
    let question = try invocation.question()
    let language = invocation.output.language
    guard !Folder.exists(path) else { throw Failure(.file(.system(code: EEXIST)), at: path) }
    let export = try ExportedLists(invocation, question)
    for list in export.lists { try checkFits(list.count(), list.title) }
    let readme = try ListReadme(of: export)
    var written: [Written] = []
    do {
      var workbook = try Workbook(path)
      try workbook.add(readme.sheet(in: language))
      for list in export.lists {
        let sheet = try list.sheet(in: language)
        try workbook.add(sheet)
        written.append(Written(name: sheet.name, rows: sheet.rows.count))
      }
      try workbook.keep()
    } catch let failure as SheetFailure {
      throw Failure(failure, at: path)
    }
    try report(
      written, "sheets", as: "file", path, isNamed: export.names.isShown, question, invocation)
  }

  /// - Throws: ``Failure/input(_:)`` if a worksheet cannot have so many rows below its headings.
  static func checkFits(_ rows: Int, _ title: Text) throws(Failure) {
    guard rows > rowLimit else { return }
    throw .input(
      Text(
        "la liste « \(title.french) » a \(Text.count(rows, .row).french), une feuille de tableur en a au plus \(rowLimit) ; "
          + "faites `acquis export csv`",
        "the list “\(title.english)” has \(rows) rows, a worksheet has at most \(rowLimit); "
          + "run `acquis export csv`"))
  }

  private static let rowLimit = 1_048_575

  private static func destination(
    _ invocation: Invocation, _ expected: Text
  ) throws(Failure) -> String {
    guard let path = invocation.option("to"), !path.isEmpty else {
      throw .usage(expected.at("--to"))
    }
    guard Folder.isValidLength(path) else {
      throw .usage(Text("--to : ce chemin est trop long", "--to: this path is too long"))
    }
    return path
  }

  private static func style(_ invocation: Invocation) throws(Failure) -> CSVStyle {
    guard let text = invocation.option("style") else { return .standard }
    guard text == CSVStyle.french.rawValue else {
      throw .usage(Text("--style : fr est attendu", "--style: expected fr"))
    }
    return .french
  }

  /// Writes a list's file, row by row.
  ///
  /// - Returns: how many rows it has below its headings.
  private static func write(
    _ list: ExportedList, _ style: CSVStyle, to folder: String, _ output: Output
  ) throws -> Int {
    let form = ListFile(list.columns, in: output.language)
    var file = try NewFile("\(folder)/\(list.name).csv", mode: 0o600)
    try file.write(form.head(style))
    var count = 0
    try list.read { cells in
      try file.write(form.line(cells, style))
      count += 1
      if count.isMultiple(of: 10_000) {
        output.progress(
          Text.count(count, .row).at("\(list.name).csv"))
      }
    }
    output.endProgress()
    try file.keep()
    return count
  }

  private static func report(
    _ written: [Written], _ parts: String, as kind: String, _ path: String, isNamed: Bool,
    _ question: Question, _ invocation: Invocation
  ) throws(Failure) {
    let (output, shown) = (invocation.output, Shown.onOneLine(path))
    output.noteDone(Text("\(shown) est écrit", "\(shown) is written"))
    if isNamed {
      output.note(
        Text(
          "\(shown) nomme des personnes : à garder comme le registre (`--no-names` les laisse de côté)",
          "\(shown) names persons: keep it as you keep the ledger (`--no-names` leaves them out)"))
    }
    if invocation.has("json") {
      return try output.line(
        JSONValue.object([
          JSONMember(kind, .string(path)),
          JSONMember(
            parts,
            .list(written.map { ["name": .string($0.name), "rows": .integer($0.rows)] })),
          JSONMember("known", .integer(Int(question.known.number))),
          JSONMember("on", .string(question.on.description)),
        ]).description)
    }
    for list in written { try output.line(Text.count(list.rows, .row).at(list.name)) }
  }
}
