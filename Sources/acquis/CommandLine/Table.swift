internal import Events

/// Rows for a terminal or a spreadsheet, of the same facts.
struct Table {
  /// A column of a table.
  struct Column {
    /// Its name: the same as the field's in the JSON answer, but on a French screen.
    var name: String
    /// Whether its values are numbers, set to the right.
    var isNumber = false
    /// 0 for one that is always shown; the higher, the sooner it is left out of a narrow terminal.
    var rank = 0

    /// The column with its heading for a name, on a screen.
    func headed(in language: Language) -> Column {
      var column = self
      column.name = ListColumn(rawValue: name)?.heading.text(in: language) ?? name
      return column
    }

    /// A cell of the column on a screen; a column of its own, a block's, has that block's state.
    func cell(_ text: String, in language: Language) -> String {
      switch language {
      case .french: ListColumn(rawValue: name)?.frenchCell(text) ?? ListColumn.blocks(text).french
      case .english: text
      }
    }
  }

  let columns: [Column]
  /// One value a column.
  var rows: [[String]] = []

  /// The table as lines of a terminal. Where they would be wider than it, the columns one can best do
  /// without are left out, then the widest are cut.
  ///
  /// - Parameters:
  ///   - width: characters a line; nil: as wide as need be (a pipe, a file).
  ///   - language: that of the note under it.
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

  /// What is said under a table with columns left out.
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

  /// The table for a spreadsheet.
  func lines(csv: CSVStyle) -> [String] {
    ([columns.map(\.name)] + rows).map { row in
      row.map { csv.field($0) }.joined(separator: csv.separator)
    }
  }
}

/// How a spreadsheet wants its file.
enum CSVStyle: String {
  /// Commas, UTF-8 (RFC 4180).
  case standard = ""
  /// As a French spreadsheet opens it: semicolons, UTF-8 with a byte-order mark.
  case french = "fr"

  var separator: String { self == .french ? ";" : "," }

  /// What the file starts with.
  var preamble: String { self == .french ? "\u{feff}" : "" }

  /// A field, quoted where it must be. One that a spreadsheet would take for a formula is kept a text.
  func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Int(text) == nil { text = "'" + text }
    let isQuoted = text.contains { "\"\n\r".contains($0) } || text.contains(separator)
    guard isQuoted else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
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
