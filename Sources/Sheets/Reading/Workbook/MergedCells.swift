/// Cells that are merged into one, which has the value of the first.
struct MergedCells {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  /// Reads `A1:C3`; nil for anything else.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":", omittingEmptySubsequences: false)
    guard corners.count == 2, let first = CellReference(corners[0]),
      let last = CellReference(corners[1]), first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
