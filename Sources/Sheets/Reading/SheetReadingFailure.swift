/// Why a spreadsheet's file cannot be read. Contains places, never what a cell or a tab says.
public enum SheetReadingFailure: Error, Hashable, Sendable {
  // The file.

  /// Another program's format, or an older one.
  case otherFormat(OtherFormat)
  /// A workbook that opens with a password only.
  case passwordProtected
  /// Named `.xlsx` without being one, or an archive without a workbook.
  case notAWorkbook
  /// An archive that ends too early: its table of contents is missing.
  case cutShort
  /// More than ``SheetLimits/bytes``, unpacked.
  case tooLarge
  /// More than ``SheetLimits/rows`` rows.
  case tooManyRows
  /// More than ``SheetLimits/columns`` columns in the row with this number.
  case tooManyColumns(row: Int)
  /// More than ``SheetLimits/cells`` cells.
  case tooManyCells

  // A text file.

  /// A byte-order mark or other characters say that it is UTF-8, and a sequence on this line is not.
  case notUTF8(line: Int)
  /// Half a pair of surrogates, or an odd byte at the end.
  case notUTF16(line: Int)
  /// One of the five bytes that Windows-1252 does not define; the column counts characters from 1.
  case notWindows1252(line: Int, column: Int)
  /// A zero byte in a text.
  case nul(line: Int)
  /// A quoted cell that begins on this line never ends.
  case unclosedQuote(line: Int)
  /// A quoted cell that ends on this line is followed by more characters: a quotation mark within is not
  /// doubled.
  case textAfterQuote(line: Int)

  // A part of a workbook's archive, known by its name there.

  /// More than ``SheetLimits/parts`` parts.
  case tooManyParts
  /// Two parts of one name.
  case repeatedPart(String)
  /// A part that the workbook names and the archive has not.
  case missingPart(String)
  case encryptedPart(String)
  /// It cannot be unpacked: its bytes are not those that were packed, or packed in a way unknown here.
  case damagedPart(String)
  /// It declares a document type or an entity, which no spreadsheet does.
  case documentType(part: String)
  /// Its XML is malformed on this line, or nested too deeply.
  case markup(part: String, line: Int)

  // A cell, by the number of its sheet, from 1, and its reference, such as B3.

  /// A value that its kind does not have, a reference that is none, or a cell that is there twice.
  case cell(page: Int, reference: String)
}

/// A format of spreadsheets that is not read.
public enum OtherFormat: Hashable, Sendable, CaseIterable {
  /// Excel up to 2003 (`.xls`), or another file of that container.
  case xls
  /// Excel's binary workbook (`.xlsb`).
  case xlsb
  /// LibreOffice (`.ods`).
  case ods
  /// Apple Numbers.
  case numbers
  case pdf
  /// A page of the Web or another text with markup, which some programs name `.xls`.
  case markup
}
