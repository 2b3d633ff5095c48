/// Puts the cells of a worksheet into rows.
///
/// The value of merged cells is repeated in each of them that the sheet has: on its rows, up to its widest one.
/// What stood under them is not seen by a person, and is left out.
struct PageRows {
  private var rows: [(number: Int, cells: [ReadCell], repeated: [Range<Int>])] = []
  /// The cells that may still come, those between others counted.
  private(set) var remaining: Int

  init(_ reader: WorksheetReader, page: Int) throws(SheetReadingFailure) {
    remaining = reader.remaining
    let merged = reader.merged
    var width = 0
    for (number, unsorted) in reader.cells.sorted(by: { $0.key < $1.key }) {
      let sorted = unsorted.sorted { $0.column < $1.column }
      var cells: [ReadCell] = []
      for (column, cell) in sorted {
        guard column >= cells.count else {
          throw .cell(page: page, reference: CellReference(column: column, row: number).text)
        }
        remaining -= column - cells.count
        guard remaining >= 0 else { throw .tooManyCells }
        cells.append(contentsOf: repeatElement(.empty, count: column - cells.count))
        cells.append(cell)
      }
      width = max(width, cells.count)
      rows.append((number, cells, []))
    }
    for cells in merged { try fill(cells, width: width) }
  }

  private mutating func fill(_ merged: MergedCells, width: Int) throws(SheetReadingFailure) {
    let first = index(of: merged.rows.lowerBound)
    guard first < rows.count, rows[first].number == merged.rows.lowerBound,
      merged.columns.lowerBound < rows[first].cells.count
    else { return }
    let value = rows[first].cells[merged.columns.lowerBound]
    let columns = merged.columns.lowerBound..<min(width, merged.columns.upperBound + 1)
    guard value != .empty, !columns.isEmpty else { return }
    var place = first
    while place < rows.count, rows[place].number <= merged.rows.upperBound {
      let missing = max(0, columns.upperBound - rows[place].cells.count)
      remaining -= missing + columns.count
      guard remaining >= 0 else { throw .tooManyCells }
      rows[place].cells.append(contentsOf: repeatElement(.empty, count: missing))
      for column in columns { rows[place].cells[column] = value }
      let copies = place == first ? columns.dropFirst() : columns
      if !copies.isEmpty { rows[place].repeated.append(copies) }
      place += 1
    }
  }

  /// The index of the first row with this number or a higher one.
  private func index(of number: Int) -> Int {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  var finished: [SheetFile.Row] {
    rows.map { row in
      var cells = row.cells
      while cells.last == .empty { cells.removeLast() }
      return SheetFile.Row(
        number: row.number, cells: cells,
        repeated: row.repeated.sorted { $0.lowerBound < $1.lowerBound })
    }
  }
}
