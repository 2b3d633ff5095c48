internal import AcquisLedger
internal import Events

// The sections of the columns and of their words.

extension PlanWriter {
  mutating func writeColumns() {
    add(section: name(.columns))
    add(
      comment: Text(
        "Intitulé de la colonne = ce qu’elle est, à choisir parmi :",
        "Heading of the column = what it is, one of:"))
    for group in PlannedField.groups {
      let names = group.fields.map(\.name).joined(separator: ", ")
      let about = Text("  \(group.about.french) : ", "  \(group.about.english): ")
      add(comment: about.followed(by: names), indent: "  ")
    }
    for detail in Self.details { add(comment: detail, indent: "  ") }
    for (index, column) in plan.columns.enumerated() {
      add(heading(index), answer(column), comments: notes.columns[index] ?? [])
    }
  }

  private static let details = [
    Text(
      "  une colonne par bloc : décision sur BC01, jour de la décision sur BC01, note sur BC01",
      "  a column per block: decision on BC01, day of the decision on BC01, mark on BC01"),
    Text(
      "Après des jours : `jour d’abord` (17/06/2021) ou `mois d’abord` (06/17/2021) ; `nombres 1900` "
        + "ou `nombres 1904 lignes 12-40` où les jours sont des nombres. Après des notes : `sur 20`, "
        + "`seuil 10`.",
      "After days: `day first` (17/06/2021) or `month first` (06/17/2021); `numbers 1900` or "
        + "`numbers 1904 rows 12-40` where days are numbers. After marks: `out of 20`, "
        + "`threshold 10`."),
    Text(
      "Plusieurs sessions dans une ligne : une colonne `jour de session` vaut pour les décisions à sa "
        + "droite, jusqu’à la suivante ; sans elle, `session 17/06/2020` après le bloc.",
      "Several sessions in a row: a column `session day` is for the decisions on its right, up to the "
        + "next one; without it, `session 2020-06-17` after the block."),
  ]

  /// A column as the plan names it.
  private func heading(_ index: Int) -> String {
    let column = plan.columns[index]
    return PlanQuote.heading(
      column.heading, occurrence: column.occurrence,
      isLetters: column.occurrence == 1 && column.heading == PlanHeading.letters(of: index),
      in: language)
  }

  private func answer(_ column: PlannedColumn) -> String {
    var parts = [column.field.name.raw(in: language)]
    if let form = column.dayForm {
      parts.append(answer(form) { PlanVocabulary.dayForms.name(of: $0) ?? Text(verbatim: "") })
    }
    for serials in column.serials {
      let start = answer(serials.start) { Text(verbatim: "\($0.rawValue)") }
      let rows = serials.rows.map {
        " \(PlanVocabulary.rows.only.raw(in: language)) \(PlanRows.text($0))"
      }
      parts.append("\(PlanVocabulary.numbers.only.raw(in: language)) \(start)\(rows ?? "")")
    }
    if let scale = column.scale {
      parts.append("\(PlanVocabulary.outOf.only.raw(in: language)) \(scale)")
    }
    if let threshold = column.threshold {
      let name = PlanVocabulary.Key.threshold.name.raw(in: language)
      parts.append("\(name) \(threshold.text.raw(in: language))")
    }
    if let day = column.sessionOn {
      let session = PlanVocabulary.session.only.raw(in: language)
      parts.append("\(session) \(day.inTable.raw(in: language))")
    }
    return parts.joined(separator: " ; ")
  }

  // Words.

  mutating func writeWords() {
    for section in sections {
      let headings = section.map { heading($0) }.joined(separator: " | ")
      add(section: "\(name(.words)) \(headings)")
      let first = plan.columns[section[0]]
      let names = WordMeaning.Choice(first.field).names + [Text(verbatim: PlanVocabulary.open)]
      add(
        comment: Text("Sens possibles : ", "Possible meanings: ")
          .followed(by: names.joined(separator: ", ")), indent: "  ")
      for (index, word) in first.words.enumerated() {
        add(
          key(word), word.meaning.name { PlanQuote.item($0) }.raw(in: language),
          comments: count(index, in: section).map { [$0] } ?? [])
      }
    }
  }

  /// The columns with the same words, by their indices: one section each.
  private var sections: [[Int]] {
    var sections: [[Int]] = []
    for (index, column) in plan.columns.enumerated() where !column.words.isEmpty {
      let same = sections.firstIndex { section in
        let first = plan.columns[section[0]]
        return first.words == column.words
          && WordMeaning.Choice(first.field) == WordMeaning.Choice(column.field)
      }
      if let same { sections[same].append(index) } else { sections.append([index]) }
    }
    return sections
  }

  private func key(_ word: PlannedWord) -> String {
    let key = PlanQuote.word(word.word, in: language)
    guard let beside = word.beside else { return key }
    let with = PlanVocabulary.beside.only.raw(in: language)
    return "\(key) \(with) \(PlanQuote.word(beside, in: language))"
  }

  /// How many cells of the section's columns have a word; nil if the notes do not say.
  private func count(_ word: Int, in section: [Int]) -> Text? {
    let counts = section.compactMap { index -> Int? in
      let counts = notes.counts[index] ?? []
      return counts.indices.contains(word) ? counts[word] : nil
    }
    if counts.isEmpty { return nil }
    return Text.count(counts.reduce(0, +), Text("cellule", "cell"), Text("cellules", "cells"))
  }
}
