internal import Documents
internal import Events

/// Lines as a command prints them, as paragraphs: a line after an empty one is a heading, what is indented
/// below it stands deeper.
struct IndentedLines {
  let call: PageCall
  let lines: [String]

  var html: HTML {
    var (pieces, isAfterGap): ([HTML], Bool) = ([], false)
    for line in lines {
      let text = line.drop { $0 == " " }
      if text.isEmpty {
        isAfterGap = true
        continue
      }
      let depth = line.count - text.count
      let content = Sentences(call).linked(String(text))
      pieces.append(
        isAfterGap && depth == 0
          ? HTML("h2") { content }
          : HTML("p", class: depth == 0 ? nil : depth < 4 ? "deep" : "deeper") { content })
      isAfterGap = false
    }
    return HTML("div", class: "lines") { HTML.joined(pieces) }
  }
}
