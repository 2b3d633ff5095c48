internal import Events
internal import Sheets

/// Rows of cells, printed for a terminal or a spreadsheet.
struct Table {
  struct Column {
    /// The field's name in JSON; on a screen, its heading.
    var name: String
    /// Whether its cells are aligned to the right.
    var isNumber = false
    /// 0: always shown; on a narrow terminal, the columns of the highest rank are left out first.
    var rank = 0

    /// The column with its heading for a name, on a screen.
    func headed(in language: Language) -> Column {
      var column = self
      column.name = ListColumn(rawValue: name)?.heading.text(in: language) ?? name
      return column
    }

    /// A cell of the column on a screen. A column that is no ``ListColumn`` is a block's.
    func cell(_ text: String, in language: Language) -> String {
      switch language {
      case .french: ListColumn(rawValue: name)?.frenchCell(text) ?? ListColumn.blocks(text).french
      case .english: text
      }
    }
  }

  let columns: [Column]
  /// In each row one cell for each column.
  var rows: [[String]] = []

  /// The table as lines of a terminal. If it is wider than that, columns are left out by their rank, then the
  /// widest cells are cut.
  ///
  /// - Parameters:
  ///   - width: in characters; nil: unlimited (a pipe, a file).
  ///   - language: of the note on left-out columns below the table.
  func lines(width: Int?, in language: Language) -> [String] {
    let cells = [columns.map(\.name)] + rows
    var widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var shown = Array(columns.indices)
    func total() -> Int { shown.reduce(2 * (shown.count - 1)) { $0 + widths[$1] } }
    if let width {
      while total() > width, let least = shown.max(by: { columns[$0].rank < columns[$1].rank }),
        columns[least].rank > 0
      {
        shown.removeAll { $0 == least }
      }
      while total() > width, let widest = shown.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > 8
      {
        widths[widest] -= 1
      }
    }
    let lines = cells.map { row in
      shown.map { column in
        let cell = Self.cut(row[column], to: widths[column])
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        return columns[column].isNumber ? padding + cell : cell + padding
      }
      .joined(separator: "  ").trimmingEnd
    }
    let hidden = columns.indices.filter { !shown.contains($0) }.map { columns[$0].name }
    return lines
      + (hidden.isEmpty ? [] : [Self.note(hidden.filter { !$0.isEmpty }).text(in: language)])
  }

  /// The note below a table with left-out columns.
  private static func note(_ hidden: [String]) -> Text {
    let names = hidden.joined(separator: ", ")
    return Text(
      "(colonnes omises : \(names) ; élargissez le terminal, ou --csv)",
      "(columns left out: \(names); widen the terminal, or --csv)"
    )
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }

  /// The table as lines of a spreadsheet's file, without line ends.
  func lines(csv: CSVStyle) -> [String] {
    ([columns.map(\.name)] + rows).map { row in
      row.map { csv.field($0) }.joined(separator: csv.separator)
    }
  }
}

extension Table.Column {
  init(_ column: ListColumn, isNumber: Bool = false, rank: Int = 0) {
    self.init(name: column.rawValue, isNumber: isNumber, rank: rank)
  }
}

extension String {
  /// This text without the spaces at its end.
  fileprivate var trimmingEnd: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
