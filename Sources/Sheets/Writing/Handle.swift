internal import CXlsxwriter

/// libxlsxwriter's workbook, freed once: by ``close()``, or without being written.
@safe struct Handle: ~Copyable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let formats: Formats

  /// 2000-01-01T00:00:00Z, in place of the instant of the run; 0 would mean that instant.
  private static let created = 946_684_800

  /// - Throws: ``SheetFailure/library(_:)`` without memory.
  init(_ path: String) throws(SheetFailure) {
    guard let workbook = unsafe workbook_new(path) else {
      throw .library("no memory")
    }
    unsafe self.workbook = unsafe workbook
    formats = unsafe Formats(of: workbook)
    var properties = unsafe lxw_doc_properties()
    unsafe properties.created = Self.created
    _ = unsafe workbook_set_properties(workbook, &properties)
  }

  deinit { unsafe lxw_workbook_free(workbook) }

  /// Adds a worksheet with a valid name that no other one has.
  borrowing func worksheet(named name: String) throws(SheetFailure) -> Worksheet {
    try unsafe check(workbook_validate_sheet_name(workbook, name))
    guard let sheet = unsafe workbook_add_worksheet(workbook, name) else {
      throw .library("no memory")
    }
    return unsafe Worksheet(sheet, formats)
  }

  /// Writes the file.
  consuming func close() throws(SheetFailure) {
    let workbook = unsafe workbook
    discard self
    try unsafe check(workbook_close(workbook))
  }
}

/// The formats of a workbook's cells, which it owns.
@safe private struct Formats {
  let heading: UnsafeMutablePointer<lxw_format>?
  let text: UnsafeMutablePointer<lxw_format>?
  let percent: UnsafeMutablePointer<lxw_format>?
  let day: UnsafeMutablePointer<lxw_format>?

  init(of workbook: UnsafeMutablePointer<lxw_workbook>) {
    unsafe heading = workbook_add_format(workbook)
    unsafe text = workbook_add_format(workbook)
    unsafe percent = workbook_add_format(workbook)
    unsafe day = workbook_add_format(workbook)
    unsafe format_set_bold(heading)
    // The built-in format of a text, which takes what is typed as it is.
    unsafe format_set_num_format_index(text, 49)
    unsafe format_set_num_format(percent, "0%")
    // The built-in format of a day, which the reader's own country decides.
    unsafe format_set_num_format_index(day, 14)
    unsafe format_set_align(day, UInt8(LXW_ALIGN_LEFT.rawValue))
  }
}

/// A worksheet, to be used while its workbook is open.
@safe struct Worksheet {
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: Formats

  fileprivate init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: Formats) {
    unsafe self.sheet = unsafe sheet
    self.formats = formats
  }

  /// - Parameter isText: whether what is typed into its cells stays as it is.
  func set(width: Int, of column: Int, isText: Bool) throws(SheetFailure) {
    let column = lxw_col_t(clamping: column)
    try unsafe check(
      worksheet_set_column(sheet, column, column, Double(width), isText ? formats.text : nil))
  }

  /// Keeps the headings, with the rows above them, and the first columns on the screen.
  ///
  /// - Parameter row: of the headings, from 0.
  func freeze(columns: Int, below row: Int = 0) {
    unsafe worksheet_freeze_panes(
      sheet, lxw_row_t(clamping: row + 1), lxw_col_t(clamping: columns))
  }

  /// Hides the sheet, which may not be the only one.
  func hide() { unsafe worksheet_hide(sheet) }

  /// Makes this sheet the one that is open first.
  func open() { unsafe worksheet_activate(sheet) }

  /// Adds a note to a column's heading.
  func write(note: String, at column: Int) throws(SheetFailure) {
    try unsafe check(
      worksheet_write_comment(sheet, 0, lxw_col_t(clamping: column), note.withoutNoCharacters))
  }

  /// Gives the cells of a column below its heading a list to choose from.
  ///
  /// - Parameters:
  ///   - range: the cells that hold the list, such as `='Lists'!$A$1:$A$3`.
  ///   - rows: the number of cells, from the second row.
  func offer(_ range: String, rows: Int, at column: Int) throws(SheetFailure) {
    let column = lxw_col_t(clamping: column)
    var text = Array(range.utf8CString)
    try unsafe text.withUnsafeMutableBufferPointer { buffer throws(SheetFailure) in
      var list = unsafe lxw_data_validation()
      unsafe list.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      unsafe list.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
      unsafe list.value_formula = buffer.baseAddress
      let error = unsafe worksheet_data_validation_range(
        sheet, 1, column, lxw_row_t(clamping: rows), column, &list)
      try check(error)
    }
  }

  /// - Parameter row: from 0.
  func write(heading: String, at column: Int, row: Int = 0) throws(SheetFailure) {
    try unsafe check(
      worksheet_write_string(
        sheet, lxw_row_t(clamping: row), lxw_col_t(clamping: column),
        heading.escaped.withoutNoCharacters, formats.heading))
  }

  /// - Parameter row: from 0, the row of headings.
  func write(
    _ cell: Cell, at row: Int, _ column: Int, isText: Bool = false
  ) throws(SheetFailure) {
    let format = unsafe isText ? formats.text : nil
    let (row, column) = (lxw_row_t(clamping: row), lxw_col_t(clamping: column))
    switch cell {
    case .text(let text):
      if text.isEmpty { return }
      // A text that has a mark already is marked once more, since reading takes one off.
      let shown = FormulaMark.isIn(text) ? FormulaMark.put(on: text) : text
      try unsafe check(
        worksheet_write_string(sheet, row, column, shown.escaped.withoutNoCharacters, format))
    case .number(let number):
      try unsafe check(worksheet_write_number(sheet, row, column, Double(number), nil))
    case .decimal(let number, _):
      try unsafe check(worksheet_write_number(sheet, row, column, number, nil))
    case .percent(let percent):
      try unsafe check(
        worksheet_write_number(sheet, row, column, Double(percent) / 100, formats.percent))
    case .day(let year, let month, let day) where year < 1900:
      let text = [(year, 4), (month, 2), (day, 2)].map { number, width in
        String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
      }.joined(separator: "-")
      try unsafe check(worksheet_write_string(sheet, row, column, text, format))
    case .day(let year, let month, let day):
      var time = lxw_datetime()
      time.year = Int32(clamping: year)
      time.month = Int32(clamping: month)
      time.day = Int32(clamping: day)
      try unsafe check(worksheet_write_datetime(sheet, row, column, &time, formats.day))
    case .empty: return
    }
  }
}

/// - Throws: ``SheetFailure/library(_:)`` with the library's message for any error.
private func check(_ error: lxw_error) throws(SheetFailure) {
  if error == LXW_NO_ERROR { return }
  throw unsafe .library(lxw_strerror(error).map { unsafe String(cString: $0) } ?? "")
}

extension String {
  /// This text with what looks like an escaped character (`_x0041_`) escaped itself, which the library does not do.
  fileprivate var escaped: String {
    RichText.unescaped(self) == self
      ? self
      : split(separator: "_x", omittingEmptySubsequences: false).joined(separator: "_x005F_x")
  }

  /// This text with U+FFFD in place of what ends a text of C or is no character of XML.
  fileprivate var withoutNoCharacters: String {
    let isNone: (Unicode.Scalar) -> Bool = { [0, 0xFFFE, 0xFFFF].contains($0.value) }
    guard unicodeScalars.contains(where: isNone) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { isNone($0) ? "\u{FFFD}" : $0 }))
  }
}
