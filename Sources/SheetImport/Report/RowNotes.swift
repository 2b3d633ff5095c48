internal import Events
internal import Sheets

/// What became of each row of a sheet, and what is to be corrected in it, as its two columns say it.
struct RowNotes {
  struct Note: Hashable {
    var state: String
    var toCorrect: String
  }

  private(set) var notes: [RowPlace: Note] = [:]

  private let trial: SheetTrial
  private let language: Language
  /// Whether the ids are in the ledger.
  private let isRecorded: Bool
  private let persons: [Int: SheetPerson]

  init(_ trial: SheetTrial, isRecorded: Bool, in language: Language) {
    self.trial = trial
    self.language = language
    self.isRecorded = isRecorded
    var persons: [Int: SheetPerson] = [:]
    for person in trial.persons.persons {
      for row in person.rows { persons[row] = person }
    }
    self.persons = persons
    var unsettled: [Int: UnsettledRow] = [:]
    for row in trial.persons.unsettled { unsettled[row.row] = row }
    let doubles = RowDoubles(trial.reading, trial.persons, by: trial.plan).originals
    let added = Set(trial.changes?.added.flatMap(\.rows) ?? [])
    let corrected = Set(trial.changes?.corrected.flatMap(\.fact.rows) ?? [])
    let issues = Self.issues(of: trial)
    for (index, row) in trial.reading.rows.enumerated() {
      let causes = issues[row.place] ?? []
      let state: Text
      if unsettled[index] != nil {
        state = Text("à confirmer", "to confirm")
      } else if let original = doubles[index] {
        let place = self.place(of: original)
        state = Text("double de \(place.french)", "double of \(place.english)")
      } else if causes.contains(where: { $0.weight == .rowLeftOut }) || persons[index] == nil {
        state = Text("à corriger", "to correct")
      } else if corrected.contains(index) {
        state = Text("corrigé", "corrected")
      } else if added.contains(index) || persons[index]?.standing == .new {
        state = Text("nouveau", "new")
      } else if trial.changes != nil {
        state = Text("déjà enregistré", "recorded already")
      } else {
        state = Text("", "")
      }
      notes[row.place] = Note(
        state: (state.plainText(in: language) + ids(of: index, row)).trimmed,
        toCorrect: toCorrect(
          row, unsettled[index], doubles[index] == nil || unsettled[index] != nil ? causes : []))
    }
  }

  private static func issues(of trial: SheetTrial) -> [RowPlace: [SheetCause]] {
    let all =
      trial.reading.issues + trial.persons.issues + (trial.facts?.issues ?? [])
      + (trial.changes?.issues ?? [])
    var issues: [RowPlace: [SheetCause]] = [:]
    for issue in all where !(issues[issue.row]?.contains(issue.cause) ?? false) {
      issues[issue.row, default: []].append(issue.cause)
    }
    return issues
  }

  /// ` [P-0007 D-0012]`: those of the ledger, or those that the row had.
  private func ids(of index: Int, _ row: SheetRow) -> String {
    let recorded = persons[index].flatMap { person in
      person.standing == .known || trial.facts?.takesIn(person) == true ? person.id : nil
    }
    let person = isRecorded ? recorded : row.writtenCandidate
    guard let person else { return "" }
    let candidacy = isRecorded ? trial.facts?.candidacies[index] : row.writtenCandidacy
    return " [\(([person.text] + (candidacy.map { [$0.text] } ?? [])).joined(separator: " "))]"
  }

  /// An answer that settled who it is stays until the ids are written, and alone: only so is it read again.
  private func toCorrect(
    _ row: SheetRow, _ unsettled: UnsettledRow?, _ causes: [SheetCause]
  ) -> String {
    if unsettled == nil, !isRecorded, let answer = row.answer {
      return answer.text.plainText(in: language)
    }
    var texts = unsettled.map { [question($0)] } ?? []
    texts += causes.filter { $0.weight.isToCorrect && $0 != .toConfirm }
      .sorted { $0.weight < $1.weight }.map(\.text)
    return Shown.onOneLine(texts.map { $0.plainText(in: language) }.joined(separator: separator))
  }

  private var separator: String { Text(" ; ", "; ").plainText(in: language) }

  private func question(_ unsettled: UnsettledRow) -> Text {
    let candidates =
      unsettled.rows.map { place(of: $0) } + unsettled.persons.map { Text(verbatim: $0.text) }
    let (french, english) = (
      candidates.map(\.french).joined(separator: ", "),
      candidates.map(\.english).joined(separator: ", ")
    )
    return candidates.count > 1
      ? Text(
        "même que l’une de celles-ci : \(french) ? répondez : même et l’identifiant de la personne, ou autre",
        "the same as one of these: \(english)? answer: same and the person’s id, or other")
      : Text(
        "même que \(french) ? répondez : même, ou autre",
        "same as \(english)? answer: same, or other")
  }

  /// `la ligne 12`; in a file of several tabs with the tab's name.
  private func place(of index: Int) -> Text {
    guard trial.reading.rows.indices.contains(index) else { return Text("", "") }
    let place = trial.reading.rows[index].place
    let pages = trial.file.pages
    guard pages.count(where: { !$0.isHidden }) > 1, pages.indices.contains(place.page) else {
      return Text("la ligne \(place.number)", "row \(place.number)")
    }
    let tab = Shown.onOneLine(pages[place.page].name)
    return Text("la ligne \(place.number) de « \(tab) »", "row \(place.number) of “\(tab)”")
  }
}

extension RowAnswer {
  /// As a person answers it.
  fileprivate var text: Text {
    switch self {
    case .same(nil): Text("même", "same")
    case .same(let id?): Text("même \(id)", "same \(id)")
    case .another: Text("autre", "other")
    }
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
