import AcquisLedger
import Events
import TestSupport
import Testing

@testable import Documents

/// Charts: what they draw adds up, and what they say is escaped.
struct ChartTests {
  private static let bars = BarChart(
    name: "a", language: .french, title: "<b> & \"x\"", categories: ["janv.", "févr."],
    series: [("2026", [3, 0]), ("2025", [1, 2])])

  private static let stack = StackedBars(
    name: "b", language: .english, title: "t", parts: ["certified", "refused"],
    rows: [("J<1>", [3, 1]), ("J2", [0, 7]), ("J3", [0, 0])])

  @Test func `a chart's texts are escaped`() {
    #expect(Self.bars.html.source.contains("&lt;b&gt; &amp; &quot;x&quot;"))
    #expect(!Self.bars.html.source.contains("<b>"))
    #expect(Self.stack.html.source.contains("J&lt;1&gt;"))
  }

  @Test func `a description says every figure, in the reader's language`() {
    #expect(
      Self.bars.description.withPlainSpaces
        == "janv. : 3 (2026), 1 (2025) ; févr. : 0 (2026), 2 (2025)")
    #expect(
      Self.stack.description
        == "J<1>: certified 3, refused 1; J2: certified 0, refused 7; J3: certified 0, refused 0")
    #expect(Self.bars.html.source.contains(">\(Self.bars.description)</desc>"))
  }

  @Test func `the parts of a bar add up to its share of the longest one`() {
    #expect(Self.stack.widths(of: 1).reduce(0, +) == 450)
    #expect(Self.stack.widths(of: 0).reduce(0, +) == 450 * 4 / 7)
    #expect(Self.stack.widths(of: 2) == [0, 0])
  }

  @Test func `a bar is as high as its share of the highest, and none has no bar`() {
    // 110 units for 3; the legend has two areas of its own.
    let source = Self.bars.html.source
    #expect(source.contains("height=\"110\""))
    #expect(source.contains("height=\"36\"") && source.contains("height=\"73\""))
    #expect(source.components(between: "stroke=\"#111\" stroke-width=\"1\"></rect>") == 5)
  }

  @Test func `nothing to draw is a drawing without bars`() {
    let none = BarChart(
      name: "n", language: .french, title: "t", categories: ["janv."], series: [("2026", [0])])
    #expect(none.html.source.contains("<title id=\"n-title\">t</title>"))
    let empty = StackedBars(name: "e", language: .french, title: "t", parts: ["x"], rows: [])
    #expect(empty.description.isEmpty && empty.html.source.contains("viewBox=\"0 0 700 26\""))
  }

  @Test func `areas differ by pattern, each defined once under the chart's name`() {
    for name in ["b-1", "b-3", "b-4"] {
      #expect(Self.stack.html.source.components(between: "id=\"\(name)\"") == 1)
    }
    #expect(!Self.stack.html.source.contains("<script"))
  }

  @Test func `none and one are singular in French, one alone in English`() {
    func text(_ count: Int) -> Text {
      Text.count(count, Text("refus prononcé", "refusal"), Text("refus prononcés", "refusals"))
    }
    #expect(text(0) == Text("0 refus prononcé", "0 refusals"))
    #expect(text(1) == Text("1 refus prononcé", "1 refusal"))
    #expect(text(2) == Text("2 refus prononcés", "2 refusals"))
  }

  @Test func `a percentage and a day are written as the language does`() throws {
    #expect(71.percentText == Text("71\u{a0}%", "71%"))
    #expect(try CalendarDate(2021, 6, 17).inTable == Text("17/06/2021", "2021-06-17"))
  }
}

extension String {
  /// How often a text occurs in it.
  fileprivate func components(between text: String) -> Int { ranges(of: text).count }
}
