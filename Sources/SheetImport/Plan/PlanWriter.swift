internal import Events

/// Writes a plan with the comments that teach how it is corrected.
struct PlanWriter {
  /// A longer comment, or one beside a longer answer, is on lines of its own, before what it explains.
  private static let longestBeside = 48
  private static let width = 96
  /// Where comments beside answers begin, if these are not longer.
  private static let commentColumn = 40

  let plan: ImportPlan
  let notes: PlanNotes
  let language: Language
  var lines: [String] = []

  init(_ plan: ImportPlan, _ notes: PlanNotes, _ language: Language) {
    self.plan = plan
    self.notes = notes
    self.language = language
    writeIntroduction()
    writeSheet()
    writeColumns()
    writeWords()
  }

  mutating func addBlank() { lines.append("") }

  mutating func add(section: String) {
    addBlank()
    lines.append("[\(section)]")
  }

  /// A comment, over several lines if need be; those after the first begin further in.
  mutating func add(comment: Text, indent: String = "") {
    let text = PlanQuote.onOneLine(comment.text(in: language))
    var line = "#"
    for word in text.split(separator: " ") {
      if line.unicodeScalars.count + word.unicodeScalars.count >= Self.width, line.count > 2 {
        lines.append(line)
        line = "#  \(indent)"
      }
      line += " \(word)"
    }
    lines.append(line)
  }

  /// A line `key = answer`, with its comment beside it or, if it is long, above.
  mutating func add(_ key: String, _ answer: String, comments: [Text] = []) {
    let line = "\(key) = \(answer)"
    let shown = comments.map { PlanQuote.onOneLine($0.text(in: language)) }
    guard let only = shown.first, shown.count == 1, only.count <= Self.longestBeside,
      line.count <= Self.longestBeside
    else {
      for comment in comments { add(comment: comment) }
      lines.append(line)
      return
    }
    let blanks = String(repeating: " ", count: max(2, Self.commentColumn - line.count))
    lines.append("\(line)\(blanks)# \(only)")
  }

  /// An answer, or `?`.
  func answer<Value>(_ answer: PlanAnswer<Value>, _ text: (Value) -> Text) -> String {
    switch answer {
    case .open: PlanVocabulary.open
    case .given(let value): text(value).raw(in: language)
    }
  }
}
