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
      try worksheet.set(width: width, of: column)
    }
    for (column, heading) in sheet.headings.enumerated() {
      try worksheet.write(heading: heading, at: column)
    }
    worksheet.freezeHeadings()
    for (index, row) in sheet.rows.enumerated() {
      guard row.count <= sheet.headings.count else { throw .row(index + 1) }
      for (column, cell) in row.enumerated() { try worksheet.write(cell, at: index + 1, column) }
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
