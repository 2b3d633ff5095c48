internal import Events
internal import Sheets

/// A row while its cells are read.
struct RowDraft {
  /// A day of its own in a column beside a block's.
  enum OwnDay: Hashable {
    case day(CalendarDate)
    case unreadable
  }

  var row: SheetRow
  let cells: SheetFile.Row
  /// Of the cells, trimmed.
  let texts: [String]
  /// Whether a cell says another audience or session than the plan's, which cannot be read.
  var saysAudience = false
  var saysSession = false
  /// Whether a cell has a name, a birth date or a birth place's code, even one that cannot be read.
  var hasFullName = false
  var hasBirthDate = false
  var hasPlaceCode = false
  var block: BlockCode?
  var ownDays: [BlockCode: OwnDay] = [:]
  /// Of the columns with a session's day, by their places; none for a blank cell.
  var sessionDays: [Int: OwnDay] = [:]

  func text(_ column: Int) -> String { column < texts.count ? texts[column] : "" }

  var saysCertification: Bool { row.unread.contains(.certification) }
  var saysPathway: Bool { row.unread.contains(.pathway) }

  /// Whether a cell is blank, or has only dashes: no text, day or number.
  func saysNothing(_ column: LocatedColumn) -> Bool {
    text(column.column).allSatisfy { "-–—_./".contains($0) }
  }

  func cell(_ column: Int) -> ReadCell {
    column < cells.cells.count ? cells.cells[column] : .empty
  }

  /// The day of a column's decision on a block: its own, or its session's; nil if that is blank or cannot be read.
  func day(of block: BlockCode, _ column: LocatedColumn) -> CalendarDate? {
    if case .fixed(let day) = column.session { return day }
    switch ownDays[block] {
    case .day(let day): return day
    case .unreadable: return nil
    case nil: break
    }
    guard case .column(let place) = column.session else { return row.sessionOn }
    if case .day(let day) = sessionDays[place] { return day }
    return nil
  }

  /// Whether a column is of a session of its own that has no day in this row.
  func lacksSession(_ column: LocatedColumn) -> Bool {
    guard case .column(let place) = column.session else { return false }
    if let block = column.plan.field.block, ownDays[block] != nil { return false }
    if case .day = sessionDays[place] { return false }
    return true
  }
}
