internal import Events

/// How an area of a chart is filled, so that areas differ without colour: by shade, hatching and outline.
enum ChartFill: Int, CaseIterable {
  case solid, hatched, outlined, dotted, crossed

  /// The pattern that it needs; nothing for a plain one.
  ///
  /// - Parameter name: of the chart, unique in its document.
  func definition(_ name: String) -> HTML {
    let attributes: (String) -> HTML = { path in
      HTML(
        "pattern",
        [
          "id": id(name), "width": "6", "height": "6", "patternUnits": "userSpaceOnUse",
        ]
      ) {
        HTML("rect", ["width": "6", "height": "6", "fill": "#fff"])
        HTML("path", ["d": path, "stroke": "#111", "stroke-width": "1", "fill": "none"])
      }
    }
    switch self {
    case .solid, .outlined: return .nothing
    case .hatched: return attributes("M-1,1 L1,-1 M0,6 L6,0 M5,7 L7,5")
    case .dotted: return attributes("M2,3 L4,3")
    case .crossed: return attributes("M0,0 L6,6 M0,6 L6,0")
    }
  }

  /// The value of `fill`.
  func fill(_ name: String) -> String {
    switch self {
    case .solid: "#333"
    case .outlined: "#fff"
    case .hatched, .dotted, .crossed: "url(#\(id(name)))"
    }
  }

  /// A filled area with its outline.
  func area(_ name: String, x: Int, y: Int, width: Int, height: Int) -> HTML {
    HTML(
      "rect",
      [
        "x": String(x), "y": String(y), "width": String(width), "height": String(height),
        "fill": fill(name), "stroke": "#111", "stroke-width": "1",
      ])
  }

  private func id(_ name: String) -> String { "\(name)-\(rawValue)" }
}

/// What every chart has in common: a drawing below its title, with a description for who does not see it.
enum Chart {
  /// - Parameters:
  ///   - name: unique in the document; letters only.
  ///   - width: of the drawing, in its own units; 700 are the width of a page.
  static func drawing(
    _ name: String, width: Int, height: Int, title: String, description: String,
    @HTMLBuilder content: () -> HTML
  ) -> HTML {
    HTML("figure") {
      HTML("figcaption", text: title)
      picture(
        name, width: width, height: height, title: title, description: description,
        content: content)
    }
  }

  private static func picture(
    _ name: String, width: Int, height: Int, title: String, description: String,
    @HTMLBuilder content: () -> HTML
  ) -> HTML {
    HTML(
      "svg", class: "chart",
      [
        "role": "img",
        "aria-labelledby": "\(name)-title \(name)-desc", "viewBox": "0 0 \(width) \(height)",
        "width": "100%",
      ]
    ) {
      HTML("title", ["id": "\(name)-title"], text: title)
      HTML("desc", ["id": "\(name)-desc"], text: description)
      HTML("defs") { HTML.joined(ChartFill.allCases.map { $0.definition(name) }) }
      content()
    }
  }

  static func text(_ text: String, x: Int, y: Int, anchor: String = "start") -> HTML {
    HTML(
      "text",
      [
        "x": String(x), "y": String(y), "text-anchor": anchor, "font-size": "12",
        "font-family": "sans-serif", "fill": "#111",
      ], text: text)
  }

  static func colon(in language: Language) -> String {
    Text(" : ", ": ").text(in: language)
  }

  static func semicolon(in language: Language) -> String {
    Text(" ; ", "; ").text(in: language)
  }

  static func line(_ from: (x: Int, y: Int), _ to: (x: Int, y: Int)) -> HTML {
    HTML(
      "line",
      [
        "x1": String(from.x), "y1": String(from.y), "x2": String(to.x), "y2": String(to.y),
        "stroke": "#111", "stroke-width": "1",
      ])
  }

  /// The names of the fills, each after a sample, from left to right.
  static func legend(
    _ name: String, _ entries: [(fill: ChartFill, text: String)], x: Int, y: Int
  ) -> HTML {
    var left = x
    return HTML.joined(
      entries.map { entry in
        defer { left += 34 + entry.text.count * 7 }
        return HTML.joined([
          entry.fill.area(name, x: left, y: y - 11, width: 14, height: 12),
          text(entry.text, x: left + 20, y: y),
        ])
      })
  }
}
