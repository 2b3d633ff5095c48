internal import Events
internal import Spelling

/// A row of a sheet's file: its number, from 1, and its cells as texts.
public struct SheetLine: Hashable, Sendable {
  public let number: Int
  public let cells: [String]

  public init(_ number: Int, _ cells: [String]) {
    self.number = number
    self.cells = cells
  }

  func cell(_ column: Int?) -> String? {
    guard let column, cells.indices.contains(column) else { return nil }
    return SheetText.content(cells[column])
  }

  var isEmpty: Bool { cells.allSatisfy { SheetText.content($0) == nil } }
}

/// Where a file has its headings, and which column is which.
public struct SheetHead: Sendable {
  /// What the sheet was made from.
  public let mark: SheetMark
  /// The row of headings.
  let line: SheetLine
  let columns: [SessionColumn: Int]
  /// The rows below the headings.
  let rows: [SheetLine]

  /// The most rows that may stand above the headings.
  private static let above = 20

  /// - Throws: the first thing without which the sheet cannot be read: its headings, the column that says
  ///   what it was made from, a row that says so.
  public init(_ lines: [SheetLine]) throws(SheetProblem) {
    let head = lines.prefix(Self.above).firstIndex { line in
      line.cells.contains { SessionColumn(heading: $0) == .candidacy }
    }
    guard let head else {
      throw SheetProblem(.noHeadings, at: lines.first.map { .init(row: $0.number) })
    }
    line = lines[head]
    rows = Array(lines[(head + 1)...])
    var columns: [SessionColumn: Int] = [:]
    for (index, cell) in line.cells.enumerated() {
      if let column = SessionColumn(heading: cell), columns[column] == nil {
        columns[column] = index
      }
    }
    self.columns = columns
    guard let column = columns[.mark] else {
      throw SheetProblem(
        .noColumn(SessionColumn.mark.heading, near: nil), at: .init(row: line.number))
    }
    let mark = rows.lazy.compactMap { row in row.cell(column).flatMap { SheetMark($0) } }.first
    guard let mark else {
      throw SheetProblem(
        .noMark, at: .init(row: rows.first?.number ?? line.number, column: column))
    }
    self.mark = mark
  }
}

/// A filled session sheet, read: what each row says, and what cannot be read.
struct FilledSheet: Sendable {
  typealias Place = SheetProblem.Place

  /// A cell's value and where it stands.
  struct Cell<Value: Sendable>: Sendable {
    let value: Value
    let place: Place
  }

  struct Row: Sendable {
    let candidacy: CandidacyID
    let place: Place
    var attendance: Cell<SheetAttendance>?
    /// In the order of the blocks; without absences.
    var verdicts: [(block: BlockCode, cell: Cell<SheetVerdict>)] = []
    /// The first block whose cell says that the candidate was absent.
    var absentAt: Place?
    var grounds: Cell<String>?
    var recommendation: Cell<String>?
  }

  private(set) var rows: [Row] = []
  private(set) var problems: [SheetProblem] = []
  /// The columns of other headings, from 0.
  private(set) var ignoredColumns: [Int] = []
  /// The rows below the headings that name no candidacy and no sheet: totals, notes.
  private(set) var ignoredRows: [Int] = []

  private let head: SheetHead
  private let names: [CandidacyID: String]
  private let isLossy: Bool
  /// The candidacies of rows that have a problem of their own, so that they are not told to be missing.
  private var unread: Set<CandidacyID> = []
  private var blockColumns: [(block: BlockCode, column: Int)] = []

  /// - Parameters:
  ///   - base: the record that the sheet was made from.
  ///   - now: what is recorded now: candidates summoned since may have a row too.
  ///   - names: the candidates' names, as far as they are opened.
  ///   - isLossy: as ``SessionPlan/Choices/isLossy``.
  init(
    _ head: SheetHead, base: SessionRecord, now: SessionRecord, names: [CandidacyID: String],
    isLossy: Bool
  ) {
    self.head = head
    self.names = names
    self.isLossy = isLossy
    readHeadings(SheetBlocks(base))
    // Without its columns, each row would be told to lack the same cell.
    guard problems.isEmpty else { return }
    let known = Set((base.expected + now.candidates).map(\.candidacy))
    var first: [CandidacyID: Int] = [:]
    for line in head.rows where !line.isEmpty {
      guard let row = read(line, known: known) else { continue }
      if let earlier = first[row.candidacy] {
        problems.append(
          SheetProblem(.rowTwice(row.candidacy, first: earlier), at: .init(row: line.number)))
        continue
      }
      first[row.candidacy] = line.number
      rows.append(row)
    }
    let seen = Set(first.keys).union(unread)
    for candidate in base.expected where !seen.contains(candidate.candidacy) {
      problems.append(SheetProblem(.rowMissing(candidate.candidacy), at: nil))
    }
  }

  private mutating func readHeadings(_ blocks: SheetBlocks) {
    let labels = blocks.labels
    var (others, seen): ([Int], [BlockCode: Int]) = ([], [:])
    var columns: [SessionColumn: Int] = [:]
    for (index, cell) in head.line.cells.enumerated() {
      guard let text = SheetText.content(cell) else { continue }
      let earlier: Int?
      if let block = labels[text.lowercased()] {
        earlier = seen[block]
        seen[block] = earlier ?? index
      } else if let column = SessionColumn(heading: text) {
        earlier = columns[column]
        columns[column] = earlier ?? index
      } else {
        others.append(index)
        continue
      }
      if let earlier {
        problems.append(
          SheetProblem(
            .columnTwice(first: earlier), at: .init(row: head.line.number, column: index)))
      }
    }
    let wanted =
      blocks.blocks.filter { seen[$0] == nil }.map { Text(verbatim: blocks.name(of: $0)) }
      + SessionColumn.allCases.filter { !$0.isOptional && columns[$0] == nil }.map(\.heading)
    for heading in wanted {
      let near = others.first { index in
        let found = SheetText.folded(head.line.cells[index])
        let known = [heading.french, heading.english].map { SheetText.folded($0) }
        return !Nearest.words(to: found, among: known).isEmpty
      }
      problems.append(
        SheetProblem(.noColumn(heading, near: near), at: .init(row: head.line.number)))
    }
    ignoredColumns = others
    blockColumns = blocks.blocks.compactMap { block in seen[block].map { (block, $0) } }
  }

  private mutating func read(_ line: SheetLine, known: Set<CandidacyID>) -> Row? {
    let name = line.cell(head.columns[.candidacy])
    let written = line.cell(head.columns[.mark])
    guard name != nil || written != nil else {
      ignoredRows.append(line.number)
      return nil
    }
    let place = Place(row: line.number, column: head.columns[.candidacy])
    if let candidacy = name.flatMap({ try? CandidacyID($0) }) { unread.insert(candidacy) }
    guard let mark = written.flatMap({ SheetMark($0) }) else {
      problems.append(
        SheetProblem(.noMark, at: .init(row: line.number, column: head.columns[.mark])))
      return nil
    }
    guard mark == head.mark else {
      problems.append(
        SheetProblem(
          .otherSheet(mark), at: .init(row: line.number, column: head.columns[.mark])))
      return nil
    }
    guard let name else {
      problems.append(SheetProblem(.noCandidacy, at: place))
      return nil
    }
    guard let candidacy = try? CandidacyID(name), known.contains(candidacy) else {
      let near = Nearest.words(to: name, among: known.map(\.text))
      problems.append(
        SheetProblem(
          .unknownCandidacy(near: near.compactMap { try? CandidacyID($0) }), at: place))
      return nil
    }
    if let other = written.flatMap({ SheetMark.candidacy(in: $0) }), other != candidacy {
      problems.append(SheetProblem(.otherRow(other), at: place))
      return nil
    }
    if let cell = line.cell(head.columns[.name]), let known = names[candidacy],
      Set(FoldedName(cell).words) != Set(FoldedName(known).words),
      !SheetText.isSame(cell, known, isLossy: isLossy)
    {
      problems.append(
        SheetProblem(
          .otherName(candidacy), at: .init(row: line.number, column: head.columns[.name])))
      return nil
    }
    var row = Row(candidacy: candidacy, place: place)
    readCells(of: line, into: &row)
    return row
  }

  private mutating func readCells(of line: SheetLine, into row: inout Row) {
    for (block, column) in blockColumns {
      guard let text = line.cell(column) else { continue }
      let (place, folded) = (Place(row: line.number, column: column), SheetText.folded(text))
      if let verdict = SheetVerdict.words[folded] {
        row.verdicts.append((block, Cell(value: verdict, place: place)))
      } else if let attendance = SheetAttendance.words[folded], attendance != .present {
        if row.absentAt == nil { row.absentAt = place }
        take(attendance, at: place, into: &row)
      } else {
        problems.append(
          SheetProblem(
            .unknownWord(near: Nearest.meanings(of: folded, among: SheetVerdict.words) { $0.word }),
            at: place))
      }
    }
    if let column = head.columns[.attendance], let text = line.cell(column) {
      let (place, folded) = (Place(row: line.number, column: column), SheetText.folded(text))
      if let attendance = SheetAttendance.words[folded] {
        take(attendance, at: place, into: &row)
      } else {
        problems.append(
          SheetProblem(
            .unknownWord(
              near: Nearest.meanings(of: folded, among: SheetAttendance.words) { $0.word }),
            at: place))
      }
    }
    row.grounds = text(of: .grounds, in: line)
    row.recommendation = text(of: .recommendation, in: line)
  }

  /// Adds what one more cell says of the presence.
  private mutating func take(
    _ attendance: SheetAttendance, at place: Place, into row: inout Row
  ) {
    switch (row.attendance?.value, attendance) {
    case (nil, _), (.absent(excused: nil), .absent), (.present, .present):
      row.attendance = Cell(value: attendance, place: place)
    case (.absent, .absent(excused: nil)): return
    case (.absent(let first), .absent(let second)):
      if first != second { problems.append(SheetProblem(.absentAndNot, at: place)) }
    case (.present, .absent), (.absent, .present):
      problems.append(SheetProblem(.absentAndNot, at: place))
    }
  }

  private mutating func text(of column: SessionColumn, in line: SheetLine) -> Cell<String>? {
    guard let index = head.columns[column], let text = line.cell(index) else { return nil }
    let place = Place(row: line.number, column: index)
    guard text.unicodeScalars.count <= FreeText.limit else {
      problems.append(SheetProblem(.tooLong(limit: FreeText.limit), at: place))
      return nil
    }
    return Cell(value: text, place: place)
  }
}
