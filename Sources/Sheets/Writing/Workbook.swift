internal import CXlsxwriter
internal import Files
internal import Glibc

/// A spreadsheet's file (`.xlsx`), written by libxlsxwriter: it appears complete under its name, for its
/// owner alone, or not at all.
///
/// ```swift
/// var workbook = try Workbook("list.xlsx")
/// try workbook.add(Sheet("List", headings: ["code", "held"], rows: [[.text("BC01"), .number(3)]]))
/// try workbook.keep()
/// ```
///
/// The same sheets are the same bytes: the file's own date is fixed. An existing file is never overwritten.
/// Until then there is `<path>.new-<process id>`; memory is in proportion to the cells.
public struct Workbook: ~Copyable {
  /// The name that the file will have.
  public let path: String
  private let draft: Draft
  private let handle: Handle
  private var names: Set<String> = []
  /// Whether a worksheet is chosen to be seen first.
  private var isOpen = false

  /// Starts a file.
  ///
  /// - Throws: ``SheetFailure/file(_:)``, with `isAlreadyThere` if something is at the path;
  ///   ``SheetFailure/library(_:)`` without memory.
  public init(_ path: String) throws(SheetFailure) {
    guard !Folder.exists(path) else { throw .file(.system(code: EEXIST)) }
    let draft = try Draft("\(path).new-\(getpid())")
    let handle = try Handle(draft.file.path)
    self.path = path
    self.draft = draft
    self.handle = handle
  }

  /// Adds a worksheet: a bold row of headings that stays on the screen, and the rows below.
  ///
  /// - Throws: ``SheetFailure/row(_:)`` with the number of a row, from 1, that is longer than the headings;
  ///   ``SheetFailure/library(_:)``, as for more than 1,048,575 rows or a text of over 32,767 characters.
  public mutating func add(_ sheet: Sheet) throws(SheetFailure) {
    let name = sheet.name(beside: names)
    names.insert(name.lowercased())
    let worksheet = try handle.worksheet(named: name)
    for (column, width) in sheet.widths.enumerated() {
      try worksheet.set(width: width, of: column, isText: sheet.columns[column].isText)
    }
    for (index, column) in sheet.columns.enumerated() {
      try worksheet.write(heading: column.heading, at: index)
      if let note = column.note, !note.isEmpty { try worksheet.write(note: note, at: index) }
    }
    worksheet.freeze(columns: sheet.frozenColumns)
    for (index, row) in sheet.rows.enumerated() {
      guard row.count <= sheet.columns.count else { throw .row(index + 1) }
      for (column, cell) in row.enumerated() {
        try worksheet.write(cell, at: index + 1, column, isText: sheet.columns[column].isText)
      }
    }
    if sheet.isHidden {
      worksheet.hide()
    } else if !isOpen {
      worksheet.open()
      isOpen = true
    }
    try offer(sheet, in: worksheet)
  }

  /// Adds a worksheet of rows in their places: a sheet that was read, with other cells.
  ///
  /// - Throws: ``SheetFailure/library(_:)``, as for a text of over 32,767 characters.
  public mutating func add(_ page: PlacedRows) throws(SheetFailure) {
    let name = Sheet(page.name, headings: [], rows: []).name(beside: names)
    names.insert(name.lowercased())
    let worksheet = try handle.worksheet(named: name)
    for (column, width) in page.widths.enumerated() {
      try worksheet.set(width: width, of: column, isText: false)
    }
    for (number, cells) in page.rows where number > 0 {
      for (column, cell) in cells.enumerated() {
        if number == page.headings, case .text(let heading) = cell {
          try worksheet.write(heading: heading, at: column, row: number - 1)
        } else {
          try worksheet.write(cell, at: number - 1, column)
        }
      }
    }
    if let headings = page.headings { worksheet.freeze(columns: 0, below: headings - 1) }
    if page.isHidden {
      worksheet.hide()
    } else if !isOpen {
      worksheet.open()
      isOpen = true
    }
  }

  /// Writes the lists of a sheet to a hidden worksheet, where a text may have any length and any comma, and
  /// offers them in the columns.
  private mutating func offer(_ sheet: Sheet, in worksheet: Worksheet) throws(SheetFailure) {
    guard !sheet.rows.isEmpty, sheet.columns.contains(where: { !$0.choices.isEmpty }) else {
      return
    }
    let lists = Sheet("Choices", headings: [], rows: []).name(beside: names)
    names.insert(lists.lowercased())
    let hidden = try handle.worksheet(named: lists)
    hidden.hide()
    var used = 0
    for (index, column) in sheet.columns.enumerated() where !column.choices.isEmpty {
      for (row, choice) in column.choices.enumerated() {
        try hidden.write(.text(choice), at: row, used)
      }
      let name = CellReference.name(ofColumn: used)
      try worksheet.offer(
        "='\(lists)'!$\(name)$1:$\(name)$\(column.choices.count)", rows: sheet.rows.count, at: index
      )
      used += 1
    }
  }

  /// Writes the file and gives it its name; its bytes and its folder entry are on the disk when this
  /// returns.
  ///
  /// A workbook without a worksheet gets an empty one.
  ///
  /// - Throws: ``SheetFailure``; no file is left then.
  public consuming func keep() throws(SheetFailure) {
    try handle.close()
    do throws(FileFailure) {
      try Folder.sync(draft.file.path)
      try Folder.link(draft.file.path, to: path)
      try Folder.sync(Folder.of(path))
    } catch {
      throw .file(error)
    }
  }
}

/// A temporary file, owner-only before the library opens it by its name; removed at the end.
struct Draft: ~Copyable {
  let file: DurableFile

  /// Creates it, in the place of one that a process of the same number left.
  init(_ path: String) throws(SheetFailure) {
    let file = DurableFile(path: path)
    file.remove()
    do throws(FileFailure) {
      try unsafe file.create(UnsafeRawBufferPointer(start: nil, count: 0))
    } catch {
      throw .file(error)
    }
    self.file = file
  }

  deinit { file.remove() }
}
