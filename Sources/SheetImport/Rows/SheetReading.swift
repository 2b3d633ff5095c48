/// The rows of a sheet with what its plan makes of them.
public struct SheetReading: Sendable {
  /// In the order of the tabs and rows.
  public internal(set) var rows: [SheetRow] = []
  public internal(set) var leftOut = LeftOutRows()
  public internal(set) var issues: [SheetIssue] = []
  /// Where each column of the plan is, by its index in the plan: the column from 0; nil: the sheet has no such
  /// column.
  public internal(set) var columns: [Int?] = []
  /// Headings of columns that the plan does not have, and the letters of filled ones without a heading.
  public internal(set) var unplanned: [String] = []
  /// The number of the row in which the first tab that is read has its headings.
  public internal(set) var headerRow = 1
  /// Names of tabs with cells and without the plan's headings: nothing of them is read.
  public internal(set) var unreadTabs: [String] = []

  public init() {}
}

/// Rows that are no candidates, counted aloud. The headings' own row is not among them.
public struct LeftOutRows: Hashable, Sendable {
  public var blank = 0
  /// Above the headings.
  public var titles = 0
  /// With a formula, or the word TOTAL and the like.
  public var totals = 0
  /// The headings once more.
  public var headings = 0
  /// A jury's heading above its candidates, or another text alone in its row.
  public var sections = 0
  /// That the plan names.
  public var planned = 0

  public init() {}
}

/// Why a sheet is not the one that its plan is for.
public enum SheetLayoutFailure: Error, Hashable, Sendable {
  /// No row of any tab, or of one that the plan names, has half of the plan's headings.
  case noHeadings(headerRow: Int)
  /// These columns of the plan, which are taken in, are missing.
  case missingColumns([String])
  /// A tab that the plan names is missing.
  case missingTab(String)
}
