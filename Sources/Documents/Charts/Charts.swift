public import Events

/// Charts for pages: drawings of black on white, with every figure in words.
public enum Charts {
  /// Vertical bars, side by side for each category.
  ///
  /// - Parameters:
  ///   - name: unique in the page; letters only.
  ///   - series: at most five, each with a value, 0 or more, for each category.
  public static func bars(
    _ name: String, _ language: Language, title: Text, categories: [String],
    series: [(name: Text, values: [Int])]
  ) -> HTML {
    BarChart(
      name: name, language: language, title: title.text(in: language), categories: categories,
      series: series.map { ($0.name.text(in: language), $0.values) }
    ).html
  }
}
