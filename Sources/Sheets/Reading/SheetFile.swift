/// A spreadsheet's file, read whole: its sheets with their cells.
///
/// ```swift
/// let file = try SheetFile(bytes, named: "session.csv")
/// for row in file.pages[0].rows { print(row.number, row.cells.map(\.text)) }
/// ```
///
/// Nothing is guessed in silence: what cannot be read is a ``SheetReadingFailure`` that has its place. Memory
/// is in proportion to the file and its cells, within ``SheetLimits``.
public struct SheetFile: Sendable {
  /// A row of cells.
  public struct Row: Hashable, Sendable {
    /// From 1: of a workbook the number that a person sees; of a text file the line on which the row begins.
    public let number: Int
    /// From the first column; blank cells at the end are left out. A blank row has none.
    public let cells: [ReadCell]
    /// The columns, from 0, whose value belongs to another cell: the first one of merged cells, which is
    /// repeated in all of them.
    public let repeated: [Range<Int>]

    public init(number: Int, cells: [ReadCell], repeated: [Range<Int>] = []) {
      self.number = number
      self.cells = cells
      self.repeated = repeated
    }
  }

  /// A sheet of a workbook, or a text file's only one.
  public struct Page: Hashable, Sendable {
    /// As its tab has it; of a text file its name without folder and extension.
    public let name: String
    public let isHidden: Bool
    /// By their numbers. Blank ones are kept; a workbook may leave rows out.
    public let rows: [Row]

    public init(name: String, isHidden: Bool = false, rows: [Row]) {
      self.name = name
      self.isHidden = isHidden
      self.rows = rows
    }
  }

  /// What the file turned out to be.
  public enum Form: Hashable, Sendable {
    case text(TextForm)
    /// `.xlsx` or `.xlsm`.
    case workbook
  }

  /// In the order of their tabs; sheets that are only a chart are left out.
  public let pages: [Page]
  public let form: Form

  /// Reads a file by its content, then by its name's extension.
  ///
  /// - Parameter named: the file's name or path; only its last part is used.
  public init(_ bytes: [UInt8], named: String) throws(SheetReadingFailure) {
    guard bytes.count <= SheetLimits.bytes else { throw .tooLarge }
    let name = named.lowercased()
    switch FileKind(bytes) {
    case .archive:
      pages = try WorkbookReader.pages(bytes)
      form = .workbook
    case .other(let format): throw .otherFormat(format)
    case .passwordProtected: throw .passwordProtected
    case .text:
      guard !name.hasSuffix(".xlsx"), !name.hasSuffix(".xlsm") else { throw .notAWorkbook }
      let (rows, form) = try SheetText(bytes, isTabbed: name.hasSuffix(".tsv")).rows()
      pages = [Page(name: Self.title(named), isHidden: false, rows: rows)]
      self.form = .text(form)
    }
  }

  /// A file's name without its folder and extension.
  static func title(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
