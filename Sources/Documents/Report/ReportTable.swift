internal import AcquisLedger
public import Events

/// A table of a report, to be printed, or written as a sheet of a spreadsheet.
public struct ReportTable: Sendable {
  public enum Cell: Hashable, Sendable {
    case text(Text)
    /// An id, a code, a name: the same in every language.
    case plain(String)
    case number(Int)
    /// Whole percent.
    case percent(Int)
    case day(CalendarDate)
    case empty

    /// An id, or empty.
    static func plain(_ text: String?) -> Cell { text.map { .plain($0) } ?? .empty }

    /// A number, or empty.
    static func number(_ number: Int?) -> Cell { number.map { .number($0) } ?? .empty }
  }

  public struct Column: Sendable {
    public let heading: Text
    /// Whether its cells are numbers.
    public let isNumber: Bool

    init(_ heading: Text, isNumber: Bool = false) {
      self.heading = heading
      self.isNumber = isNumber
    }
  }

  /// Short enough for a sheet's name.
  public let name: Text
  /// What is counted, in a sentence; nil where the headings say it.
  public let note: Text?
  public let columns: [Column]
  public let rows: [[Cell]]

  init(_ name: Text, note: Text? = nil, _ columns: [Column], _ rows: [[Cell]]) {
    self.name = name
    self.note = note
    self.columns = columns
    self.rows = rows
  }
}

extension ReportTable {
  /// The table as HTML, with its name above it; one sentence where it has no row.
  func html(in languages: Languages) -> HTML {
    HTML("section") {
      languages.html("h2", name)
      if rows.isEmpty {
        languages.html("p", Text("Rien.", "None."))
      } else {
        if let note { languages.html("p", class: "small", note) }
        table(in: languages)
      }
    }
  }

  private func table(in languages: Languages) -> HTML {
    HTML("table") {
      HTML("thead") {
        HTML("tr") {
          for column in columns {
            languages.html("th", class: column.isNumber ? "number" : nil, column.heading)
          }
        }
      }
      HTML("tbody") {
        for row in rows {
          HTML("tr") {
            for (cell, column) in zip(row, columns) {
              HTML("td", class: column.isNumber ? "number" : nil) { cell.html(in: languages) }
            }
          }
        }
      }
    }
  }
}

extension ReportTable.Cell {
  /// As a table for people has it: `17/06/2021` and `71 %` in French.
  func html(in languages: Languages) -> HTML {
    switch self {
    case .text(let text): languages.html(text)
    case .plain(let text): HTML(text: text)
    case .number(let number): HTML(text: String(number))
    case .percent(let percent): HTML(text: percent.percentText.text(in: languages.first))
    case .day(let day): HTML(text: day.inTable.text(in: languages.first))
    case .empty: .nothing
    }
  }
}

extension Int {
  /// `71 %`, with a space that does not break, or `71%`.
  var percentText: Text { Text("\(self)\u{a0}%", "\(self)%") }
}
