internal import Events

/// Horizontal bars, each divided into parts: what became of those whom a jury met.
///
/// Every bar is drawn to one scale; a part has its number in it where there is room, and the bar's total is
/// at its end.
struct StackedBars {
  /// Unique in the document; letters only.
  let name: String
  let language: Language
  let title: String
  /// At most five.
  let parts: [String]
  /// Each with a value, 0 or more, for each part.
  let rows: [(name: String, values: [Int])]

  private static let (width, left, right) = (700, 210, 40)
  private static let (top, step, thickness) = (26, 24, 17)

  /// The drawing. Its description has every figure in words.
  var html: HTML {
    let fills = Array(zip(ChartFill.allCases, parts))
    return Chart.drawing(
      name, width: Self.width, height: Self.top + Self.step * rows.count, title: title,
      description: description
    ) {
      Chart.legend(name, fills.map { ($0, $1) }, x: 4, y: 14)
      HTML.joined(rows.indices.map { row($0, fills.map(\.0)) })
    }
  }

  /// `J-2021-02 : certifiés 3, refusés 1 ; …`
  var description: String {
    rows.map { row in
      let values = zip(parts, row.values).map { "\($0) \($1)" }.joined(separator: ", ")
      return row.name + Chart.colon(in: language) + values
    }.joined(separator: Chart.semicolon(in: language))
  }

  /// The widths of a row's parts in the drawing's units; they add up to the row's share of the scale.
  func widths(of row: Int) -> [Int] {
    let room = Self.width - Self.left - Self.right
    var (sum, end) = (0, 0)
    return rows[row].values.map { value in
      sum += value
      let next = room * sum / highest
      defer { end = next }
      return next - end
    }
  }

  private func row(_ index: Int, _ fills: [ChartFill]) -> HTML {
    let y = Self.top + Self.step * index
    var x = Self.left
    let pieces = zip(zip(fills, rows[index].values), widths(of: index)).map { part, width -> HTML in
      defer { x += width }
      if part.1 == 0 { return .nothing }
      let area = part.0.area(name, x: x, y: y, width: width, height: Self.thickness)
      guard width > 16 else { return area }
      // A white ground, so that the number can be read on any pattern.
      let digits = String(part.1).count * 8 + 4
      return HTML.joined([
        area,
        HTML(
          "rect",
          [
            "x": String(x + (width - digits) / 2), "y": String(y + 2), "width": String(digits),
            "height": String(Self.thickness - 4), "fill": "#fff",
          ]),
        Chart.text(
          String(part.1), x: x + width / 2, y: y + Self.thickness - 4, anchor: "middle"),
      ])
    }
    let total = rows[index].values.reduce(0, +)
    return HTML.joined(
      [Chart.text(shortName(index), x: Self.left - 8, y: y + Self.thickness - 4, anchor: "end")]
        + pieces + [Chart.text(String(total), x: x + 6, y: y + Self.thickness - 4)])
  }

  /// The name, cut to the room before the bars.
  private func shortName(_ index: Int) -> String {
    let name = rows[index].name
    return name.count <= 30 ? name : name.prefix(29) + "…"
  }

  private var highest: Int { max(1, rows.map { $0.values.reduce(0, +) }.max() ?? 1) }
}
