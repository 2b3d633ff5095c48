public import Events
internal import Files
public import Sheets

/// A sheet written back: as it was, with two columns more that say what became of each row and what is to be
/// corrected in it.
///
/// It is corrected in a spreadsheet and imported again, with the same plan. A text file keeps every other byte; a
/// workbook keeps its tabs, rows and values, not its looks.
public struct ReturnedSheet: Sendable {
  public enum Content: Sendable {
    case text([UInt8])
    case workbook([PlacedRows])
  }

  public let content: Content
  /// The encoding of a text file, where it is not the one that the sheet had: a character does not fit in that.
  public let otherEncoding: TextForm.Encoding?

  /// The headings of the two columns. Each is found again in either language.
  public static let state = Text("acquis : état", "acquis: state")
  public static let toCorrect = Text("acquis : à corriger", "acquis: to correct")

  /// - Parameters:
  ///   - bytes: the sheet's file.
  ///   - named: the file's name, as for ``SheetFile``.
  ///   - isRecorded: whether the facts are in the ledger: the ids are written then.
  /// - Throws: as for ``SheetFile``.
  public init(
    _ bytes: [UInt8], named: String, _ trial: SheetTrial, isRecorded: Bool, in language: Language
  ) throws(SheetReadingFailure) {
    let notes = RowNotes(trial, isRecorded: isRecorded, in: language).notes
    let headings = HeadingRows(trial.file, trial.plan)
    switch trial.file.form {
    case .text:
      var lines = try TextLines(bytes, named: named)
      if let place = headings.place(onPage: 0, width: lines.lines.map(\.count).max() ?? 0) {
        Self.fill(&lines, place, notes, language)
      }
      let written = lines.written()
      content = .text(written.bytes)
      otherEncoding =
        written.encoding == lines.encoding || lines.encoding == .utf8 ? nil : written.encoding
    case .workbook:
      content = .workbook(
        trial.file.pages.indices.map { page in
          Self.page(trial.file, page, headings, notes, language)
        })
      otherEncoding = nil
    }
  }

  private static func fill(
    _ lines: inout TextLines, _ place: HeadingRows.Place, _ notes: [RowPlace: RowNotes.Note],
    _ language: Language
  ) {
    let width = lines.lines.map(\.count).max() ?? 0
    for index in lines.lines.indices {
      let number = lines.lines[index].number
      if number == place.row {
        if place.isNewState {
          lines.lines[index].set(state.plainText(in: language), at: place.state)
        }
        if place.isNewToCorrect {
          lines.lines[index].set(toCorrect.plainText(in: language), at: place.toCorrect)
        }
      } else if let note = notes[RowPlace(page: 0, number: number)] {
        lines.lines[index].set(note.state, at: place.state)
        lines.lines[index].set(note.toCorrect, at: place.toCorrect)
      } else if lines.lines[index].count == width, number > place.row || place.isNewState {
        lines.lines[index].set("", at: place.state)
        lines.lines[index].set("", at: place.toCorrect)
      }
    }
  }

  private static func page(
    _ file: SheetFile, _ index: Int, _ headings: HeadingRows,
    _ notes: [RowPlace: RowNotes.Note], _ language: Language
  ) -> PlacedRows {
    let page = file.pages[index]
    let place = headings.place(onPage: index, width: page.rows.map(\.cells.count).max() ?? 0)
    let rows = page.rows.map { row -> (number: Int, cells: [Cell]) in
      var cells = row.written
      guard let place else { return (row.number, cells) }
      func set(_ text: String, at column: Int) {
        while cells.count <= column { cells.append(.empty) }
        cells[column] = text.isEmpty ? .empty : .text(text)
      }
      if row.number == place.row {
        if place.isNewState { set(state.plainText(in: language), at: place.state) }
        if place.isNewToCorrect { set(toCorrect.plainText(in: language), at: place.toCorrect) }
      } else if let note = notes[RowPlace(page: index, number: row.number)] {
        set(note.state, at: place.state)
        set(note.toCorrect, at: place.toCorrect)
      }
      return (row.number, cells)
    }
    return PlacedRows(page.name, isHidden: page.isHidden, headings: place?.row, rows: rows)
  }

  /// Writes the file for its owner alone, whole or not at all; a file that is there is replaced.
  ///
  /// - Throws: ``FileFailure``, ``SheetFailure``.
  public func write(to path: String) throws {
    let isThere = Folder.exists(path)
    let draft = isThere ? path + ".part" : path
    if isThere { DurableFile(path: draft).remove() }
    switch content {
    case .text(let bytes):
      var file = try NewFile(draft, mode: 0o600)
      try file.write(bytes)
      try file.keep()
    case .workbook(let pages):
      var workbook = try Workbook(draft)
      for page in pages { try workbook.add(page) }
      try workbook.keep()
    }
    guard isThere else { return }
    try Folder.move(draft, to: path)
    try Folder.sync(Folder.of(path))
  }
}

extension SheetFile.Row {
  /// Its cells, the value of merged ones once where they are a title.
  fileprivate var written: [Cell] {
    let isTitle = Set(cells.filter { $0 != .empty }).count <= 2
    let copies = repeated.flatMap { range in
      range.filter { column in
        isTitle && column > 0 && cells.indices.contains(column)
          && cells[column] == cells[column - 1]
      }
    }
    var written = cells.map(\.written)
    for column in copies where written.indices.contains(column) { written[column] = .empty }
    while written.last == .empty { written.removeLast() }
    return written
  }
}

extension ReadCell {
  /// A number whose format gives it zeros at its front is a text: a postal code keeps them.
  fileprivate var written: Cell {
    switch self {
    case .text(let text): .text(text)
    case .number(let number, let digits):
      if Double(digits) == nil || digits.count > 1 && digits.first == "0" && !digits.hasPrefix("0.")
      {
        .text(digits)
      } else if let whole = Int(exactly: number), String(whole) == digits {
        .number(whole)
      } else {
        .decimal(number, digits)
      }
    case .day(let year, let month, let day): .day(year: year, month: month, day: day)
    case .boolean: .text(text)
    case .empty: .empty
    }
  }
}
