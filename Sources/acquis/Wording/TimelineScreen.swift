internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

/// A timeline on a screen: an entry's position, its day, what happened, and beside it what it changed.
///
/// That an entry is annulled or rules were waived for it is said in words on its row, at any width.
struct TimelineScreen {
  let subject: Subject
  let question: Question
  let texts: PersonalTexts
  let names: PersonNames
  let language: Language
  /// The annulments in force, by the entry that each annuls.
  let annulments: [EventID: Envelope]
  /// The entries that an annulment names as the right ones, by that of the annulment.
  let corrected: [EventID: Envelope]

  /// What stands beside an entry, each on lines of its own.
  typealias Detail = (text: Text, tone: Tone)

  /// Cost: an index read for the annulments.
  ///
  /// - Throws: `LogFailure`, `VaultFailure`.
  init(of subject: Subject, _ question: Question, _ texts: PersonalTexts, in language: Language)
    throws
  {
    self.subject = subject
    self.question = question
    self.texts = texts
    self.language = language
    // A certification's entries name everyone enrolled for it.
    let isList = if case .certification = subject { true } else { false }
    names = try PersonNames(texts, isList: isList)
    let entries = try question.log.events(
      EventQuery(subjects: [subject], types: [.eventAnnulled], through: question.known))
    let fallen = TimelessFacts(entries).annulled
    var annulments: [EventID: Envelope] = [:]
    var corrected: [EventID: Envelope] = [:]
    for entry in entries where !fallen.contains(entry.event.id) {
      guard case .eventAnnulled(let data) = entry.event.fact else { continue }
      annulments[data.event] = entry
      if let right = data.replacedBy { corrected[right] = entry }
    }
    self.annulments = annulments
    self.corrected = corrected
  }

  /// The lines of some entries of the subject.
  ///
  /// - Parameter width: the most characters of a line.
  /// - Throws: `LogFailure`, `VaultFailure`.
  func lines(_ rows: [TimelineRows.Row], width: Int) throws -> [StyledLine] {
    let titles = rows.map { $0.entry.type.text.capitalised.text(in: language) }
    let digits = rows.map { $0.entry.position.description.count }.max() ?? 1
    let first = 2 + digits + 2 + 10 + 2
    let title = min(titles.map(\.count).max() ?? 0, max(12, (width - first) * 2 / 5))
    let isStacked = width - first - title - 2 < 24
    return try zip(rows, titles).flatMap { row, heading -> [StyledLine] in
      let details = try details(of: row)
      let entry = row.entry
      var start = StyledLine(entry.annulled ? "✗ " : "  ", .bad)
      let position = entry.position.description
      start.append(String(repeating: " ", count: digits - position.count) + position + "  ", .faint)
      start.append(entry.day.inTable.text(in: language).padded(10) + "  ")
      let tone: Tone = entry.annulled ? .bad : .heading
      if isStacked {
        return Self.beside(start, Wrapped.cell(heading, width: max(12, width - first)), first, tone)
          + styled(details, width: max(12, width - 4)).map { line in
            var shown = StyledLine("    ")
            for part in line.parts { shown.append(part.text, part.tone) }
            return shown
          }
      }
      let left = Wrapped.cell(heading, width: title)
      let right = styled(details, width: width - first - title - 2)
      return (0..<max(left.count, right.count)).map { index in
        var line = index == 0 ? start : StyledLine(String(repeating: " ", count: first))
        line.append((index < left.count ? left[index] : "").padded(title) + "  ", tone)
        if index < right.count {
          for part in right[index].parts { line.append(part.text, part.tone) }
        }
        return line
      }
    }
  }

  /// Lines that begin after another one, under one another.
  private static func beside(
    _ start: StyledLine, _ lines: [String], _ indent: Int, _ tone: Tone
  ) -> [StyledLine] {
    lines.enumerated().map { index, text in
      var line = index == 0 ? start : StyledLine(String(repeating: " ", count: indent))
      line.append(text, tone)
      return line
    }
  }

  private func styled(_ details: [Detail], width: Int) -> [StyledLine] {
    details.flatMap { detail in
      Wrapped.cell(Shown.onOneLine(detail.text.text(in: language)), width: width)
        .map { StyledLine($0, detail.tone) }
    }
  }
}
