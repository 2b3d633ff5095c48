internal import Events

/// Vertical bars, side by side for each category: one series against another.
///
/// Each bar has its number above it, so that nothing is to be read off a scale; 0 has no bar.
struct BarChart {
  /// Unique in the document; letters only.
  let name: String
  let language: Language
  let title: String
  let categories: [String]
  /// At most five, each with a value, 0 or more, for each category.
  let series: [(name: String, values: [Int])]

  private static let (width, height) = (700, 170)
  private static let (top, bottom) = (40, 150)

  /// The drawing. Its description has every figure in words.
  var html: HTML {
    let fills = Array(zip(ChartFill.allCases, series))
    return Chart.drawing(
      name, width: Self.width, height: Self.height, title: title, description: description
    ) {
      Chart.legend(name, fills.map { ($0, $1.name) }, x: 4, y: 14)
      HTML.joined(categories.indices.map { category($0, fills.map(\.0)) })
      Chart.line((0, Self.bottom), (Self.width, Self.bottom))
    }
  }

  /// `janvier : 3 (2026), 2 (2025) ; …`
  var description: String {
    categories.indices.map { index in
      let values = series.map { "\($0.values[index]) (\($0.name))" }.joined(separator: ", ")
      return categories[index] + Chart.colon(in: language) + values
    }.joined(separator: Chart.semicolon(in: language))
  }

  private func category(_ index: Int, _ fills: [ChartFill]) -> HTML {
    let share = Self.width / max(1, categories.count)
    let bar = max(4, (share - 12) / max(1, series.count))
    let start = index * share + 6
    let bars = series.indices.map { number -> HTML in
      let value = series[number].values[index]
      let height = (Self.bottom - Self.top) * value / highest
      let x = start + number * bar
      if value == 0 { return .nothing }
      return HTML.joined([
        fills[number].area(name, x: x, y: Self.bottom - height, width: bar - 2, height: height),
        Chart.text(
          String(value), x: x + bar / 2 - 1, y: Self.bottom - height - 4, anchor: "middle"),
      ])
    }
    return HTML.joined(
      bars + [
        Chart.text(
          categories[index], x: start + bar * series.count / 2, y: Self.height - 6,
          anchor: "middle")
      ])
  }

  private var highest: Int { max(1, series.flatMap(\.values).max() ?? 1) }
}
