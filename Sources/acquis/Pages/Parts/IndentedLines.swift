internal import Documents
internal import Events

/// Lines as a comparison prints them, as paragraphs: a line after an empty one is a heading, what is indented
/// below it stands deeper, and the id that begins a line is a link.
struct IndentedLines {
  let call: PageCall
  let lines: [String]

  var html: HTML {
    var pieces: [HTML] = []
    var (isAfterGap, noun): (Bool, String?) = (false, nil)
    for line in lines {
      let text = line.drop { $0 == " " }
      if text.isEmpty {
        isAfterGap = true
        continue
      }
      let depth = line.count - text.count
      if isAfterGap, depth == 0 {
        noun = Self.noun(of: text)
        pieces.append(HTML("h2", text: String(text)))
      } else {
        pieces.append(
          HTML("p", class: depth == 0 ? nil : depth < 4 ? "deep" : "deeper") {
            depth > 0 && depth < 4 ? named(text, noun) : Sentences(call).linked(Self.spaced(text))
          })
      }
      isAfterGap = false
    }
    return HTML("div", class: "lines") { HTML.joined(pieces) }
  }

  /// The first word of the addresses of what is listed under a heading.
  private static func noun(of heading: Substring) -> String? {
    let nouns = [
      ("Chang", "candidacies"), ("Person", "candidates"), ("Jury", "juries"),
      ("Juries", "juries"), ("Certification", "certifications"),
    ]
    return nouns.first { heading.hasPrefix($0.0) }?.1
  }

  /// Columns, which several spaces separate, as parts of a sentence.
  private static func spaced(_ text: Substring) -> String {
    text.split(separator: "  ").map { FormValues.trimmed(String($0)) }.filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  /// A line that begins with an id, two spaces after it.
  private func named(_ text: Substring, _ noun: String?) -> HTML {
    let id = text.prefix { $0 != " " }
    guard let noun, text.dropFirst(id.count).hasPrefix("  ") else {
      return Sentences(call).linked(Self.spaced(text))
    }
    return HTML.joined([
      call.link(call.links.to([noun, String(id)]), String(id)),
      HTML(text: " "), Sentences(call).linked(Self.spaced(text.dropFirst(id.count + 2))),
    ])
  }
}
