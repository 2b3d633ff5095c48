internal import Events

/// Rows of cells on a terminal, in columns of one width.
///
/// Nothing is cut: where the terminal is too narrow, columns of a rank are left out, then the widest ones are
/// wrapped between words.
struct Table {
  struct Column {
    let heading: String
    /// Whether its cells are aligned to the right.
    var isNumber = false
    /// 0: always shown; on a narrow terminal, the columns of the highest rank are left out first. A column that
    /// changes what a row means is never left out.
    var rank = 0
  }

  struct Cell {
    let text: String
    var tone = Tone.plain
  }

  let columns: [Column]
  /// In each row one cell for each column.
  var rows: [[Cell]] = []
  /// The lines under each row; empty where no row has any.
  var notes: [[StyledLine]] = []

  /// No column is wrapped to less than this, unless its heading and cells are narrower.
  private static let narrowest = 12
  /// As ``narrowest``, where the table would else be wider than the terminal.
  private static let leastNarrow = 6

  /// The table as lines, with a note on left-out columns below it.
  ///
  /// - Parameter width: in characters; nil: unlimited (a pipe, a file).
  func lines(width: Int?, in language: Language) -> [StyledLine] {
    let heading = columns.map { Cell(text: $0.heading, tone: .heading) }
    let cells = [heading] + rows
    var widths = columns.indices.map { column in cells.map { $0[column].text.count }.max() ?? 0 }
    var shown = Array(columns.indices)
    if let width { fit(&shown, &widths, to: width) }
    let hidden = columns.indices.filter { !shown.contains($0) }.map { columns[$0].heading }
    return cells.enumerated().flatMap { index, row in
      lines(of: row, shown, widths)
        + (notes.indices.contains(index - 1) ? notes[index - 1] : [])
    }
      + (hidden.allSatisfy(\.isEmpty)
      ? []
      : Wrapped.lines(
        Self.note(hidden.filter { !$0.isEmpty }).text(in: language),
        width: width ?? Wrapped.defaultWidth)).map { StyledLine($0, .faint) }
  }

  private func fit(_ shown: inout [Int], _ widths: inout [Int], to width: Int) {
    func total() -> Int { shown.reduce(2 * (shown.count - 1)) { $0 + widths[$1] } }
    while total() > width, let least = shown.max(by: { columns[$0].rank < columns[$1].rank }),
      columns[least].rank > 0
    {
      shown.removeAll { $0 == least }
    }
    // The widest first; no word is broken while a column of several words can be narrower, and no number
    // ever. On the narrowest screens a word may be on several lines; nothing is cut.
    let numbers = columns.indices.map { column in
      columns[column].isNumber ? rows.map { $0[column].text.count }.max() ?? 0 : 0
    }
    let words = columns.indices.map { max(numbers[$0], longestWord($0)) }
    for (pass, narrowest) in [Self.narrowest, Self.narrowest, Self.leastNarrow].enumerated() {
      let floors = columns.indices.map { column in
        columns[column].isNumber
          ? max(numbers[column], pass < 2 ? words[column] : 0)
          : pass == 0 ? max(narrowest, words[column]) : narrowest
      }
      while total() > width,
        let widest = shown.filter({ widths[$0] > floors[$0] }).max(by: { widths[$0] < widths[$1] })
      {
        widths[widest] -= 1
      }
    }
  }

  /// The width of a column's longest word, its heading's too.
  private func longestWord(_ column: Int) -> Int {
    ([columns[column].heading] + rows.map { $0[column].text })
      .flatMap { $0.split(separator: " ").map(\.count) }.max() ?? 0
  }

  /// A row, on as many lines as its longest cell needs.
  private func lines(of row: [Cell], _ shown: [Int], _ widths: [Int]) -> [StyledLine] {
    let wrapped = shown.map { Wrapped.cell(row[$0].text, width: widths[$0]) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<max(1, height)).map { index in
      var line = StyledLine()
      for (place, column) in shown.enumerated() {
        let text = index < wrapped[place].count ? wrapped[place][index] : ""
        let padding = String(repeating: " ", count: max(0, widths[column] - text.count))
        let gap = place == shown.count - 1 ? "" : "  "
        if columns[column].isNumber { line.append(padding) }
        line.append(text, row[column].tone)
        line.append((columns[column].isNumber ? "" : padding) + gap)
      }
      return line
    }
  }

  /// The note below a table with left-out columns.
  private static func note(_ hidden: [String]) -> Text {
    let names = hidden.joined(separator: ", ")
    return Text(
      "(colonnes omises : \(names) ; élargissez le terminal, ou --csv)",
      "(columns left out: \(names); widen the terminal, or --csv)"
    )
  }
}
