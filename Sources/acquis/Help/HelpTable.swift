internal import Events

/// Rows of a name and a text: the text in a column beside the names, wrapped and never cut.
struct HelpTable {
  /// The widest name that has its text beside it; the text of a longer one is below.
  static let widestName = 26

  private(set) var rows: [(name: String, text: String)] = []

  mutating func add(_ name: String, _ text: String) { rows.append((name, text)) }

  /// - Parameters:
  ///   - indent: the spaces before a name.
  ///   - column: the width of the names' column; nil: as the names need.
  func lines(width: Int, indent: Int = 2, column: Int? = nil) -> [String] {
    let column = column ?? self.column
    let start = indent + column + 2
    return rows.flatMap { name, text in
      let wrapped = Wrapped.lines(text, width: max(width - start, 20))
      let head = String(repeating: " ", count: indent) + name
      let margin = String(repeating: " ", count: start)
      guard let first = wrapped.first else { return [head] }
      let rest = wrapped.dropFirst().map { margin + $0.dropFirst(2) }
      if name.count > column { return [head, margin + first] + rest }
      let padding = String(repeating: " ", count: column - name.count + 2)
      return [head + padding + first] + rest
    }
  }

  /// The width that the names need, within ``widestName``.
  var column: Int {
    rows.map(\.name.count).filter { $0 <= Self.widestName }.max() ?? 0
  }
}
