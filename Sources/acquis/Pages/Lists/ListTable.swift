internal import AcquisLedger
internal import Documents
internal import Events

/// A page of a list as a table: the cells of the screen, ids as links to their pages.
struct ListTable {
  let call: PageCall
  let caption: Text
  let columns: [Listing.Column]
  let rows: [KeptTable.Row]

  init(_ call: PageCall, _ caption: Text, _ table: KeptTable) {
    self.call = call
    self.caption = caption
    (columns, rows) = (table.columns, table.rows)
  }

  /// The columns that a person reads: those of a screen, but for drawings in characters.
  ///
  /// The name stands beside the id that it belongs to; a column without any value is left out.
  private var shown: [Int] {
    var places = columns.indices.filter { place in
      !columns[place].isInFilesOnly && columns[place].name != "bar"
        && rows.contains { !$0.cells[place].screen(in: call.language).isEmpty }
    }
    if let name = places.firstIndex(where: { columns[$0].name == ListColumn.name.rawValue }),
      ["candidacy", "candidate"].contains(columns[places[0]].name)
    {
      places.insert(places.remove(at: name), at: 1)
    }
    return places
  }

  var html: HTML {
    if rows.isEmpty {
      return call.html("p", class: "empty", Text("Rien à montrer.", "Nothing to show."))
    }
    let shown = shown
    return HTML(
      "div", class: "scroll",
      ["tabindex": "0", "role": "region", "aria-label": call.say(caption)]
    ) {
      HTML("table", class: "list") {
        HTML("thead") {
          HTML("tr") {
            for place in shown {
              HTML(
                "th", class: style(of: place), ["scope": "col"],
                text: call.say(columns[place].heading))
            }
          }
        }
        HTML("tbody") {
          for row in rows {
            HTML("tr") { for place in shown { cell(row, place, isHead: place == shown[0]) } }
          }
        }
      }
    }
  }

  private func cell(_ row: KeptTable.Row, _ place: Int, isHead: Bool) -> HTML {
    let cell = row.cells[place]
    let (text, tone) = (cell.screen(in: call.language), cell.tone.style)
    let style = [style(of: place), tone].compactMap(\.self).joined(separator: " ")
    let content = address(cell, place).map { call.link($0, text) } ?? HTML(text: text)
    return isHead
      ? HTML("th", class: style.isEmpty ? nil : style, ["scope": "row"]) { content }
      : HTML(
        "td", class: style.isEmpty ? nil : style,
        ["data-label": text.isEmpty ? nil : call.say(columns[place].heading)]
      ) { content }
  }

  /// The page of what a cell names.
  private func address(_ cell: ListCell, _ place: Int) -> String? {
    let exact = cell.exact(in: call.language)
    guard !exact.isEmpty else { return nil }
    let links = call.links
    switch ListColumn(rawValue: columns[place].name) {
    case .candidacy, .fromCandidacy: return links.to(["candidacies", exact])
    case .candidate: return links.to(["candidates", exact])
    case .jury, .nextJury:
      return (try? JuryID(exact)).map { links.to(["juries", $0.text]) }
    case .certification, .supersededBy:
      return (try? CertificationCode(exact)).map { links.to(["certifications", $0.text]) }
    case .position: return Int64(exact).map { links.to(entry: Position($0)) }
    case .subject, .eventSubjects: return (try? Subject(exact)).flatMap { links.to($0) }
    default: return nil
    }
  }

  private func style(of place: Int) -> String? {
    let column = columns[place]
    let ids = ["candidacy", "candidate", "jury", "certification", "number", "position", "subject"]
    let words = [
      ids.contains(column.name) ? "id" : nil, column.isNumber ? "number" : nil,
      column.rank >= 3 ? "lesser" : nil,
      column.rank >= 7 ? "least" : nil,
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}

extension Tone {
  /// The class of a cell or a sentence; nil for plain text.
  var style: String? {
    switch self {
    case .plain: nil
    case .heading: "strong"
    case .good: "good"
    case .warning: "soon"
    case .bad: "bad"
    case .faint: "faint"
    }
  }
}
