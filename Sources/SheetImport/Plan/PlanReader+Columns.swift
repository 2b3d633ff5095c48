internal import AcquisLedger
internal import Events

// The section of the columns: `NOM = nom de naissance`.

extension PlanReader {
  mutating func readColumn(_ line: PlanSource.Line) {
    guard let (name, value) = line.phrase.keyAndValue, !value.isEmpty else {
      return add(line, PlanFailure.noAnswer)
    }
    let heading = PlanHeading(name)
    if let first = columns[heading] {
      return add(line, PlanFailure.repeated(name.raw, line: plan.lines.column(first)))
    }
    var column = PlannedColumn(heading.heading, .ignored)
    column.occurrence = heading.occurrence
    let parts = value.split(on: ";")
    if let field = field(parts[0].text, &column) {
      column.field = field
    } else {
      add(
        line,
        PlanFailure.unknown(
          Text("champ inconnu", "unknown field"), parts[0].text,
          expected: Text(
            "un des champs que le plan proposé énumère, ou `ignorée`",
            "one of the fields that a proposed plan lists, or `ignored`"),
          near: PlannedField.near(parts[0].text)))
    }
    for part in parts.dropFirst() where !take(part, &column) {
      add(
        line,
        PlanFailure.unknown(
          Text("précision inconnue", "unknown detail"), part.text,
          expected: Text(
            "`jour d’abord`, `mois d’abord`, `nombres 1900`, `nombres 1904 lignes 12-40`, `sur 20`, "
              + "`seuil 10` ou `session 17/06/2020`",
            "`day first`, `month first`, `numbers 1900`, `numbers 1904 rows 12-40`, `out of 20`, "
              + "`threshold 10` or `session 2020-06-17`"),
          near: PlanVocabulary.dayForms.near(part.text)))
    }
    columns[heading] = plan.columns.count
    plan.columns.append(column)
    plan.lines.columns.append(line.number)
  }

  /// `note sur 20` is what a mark is out of: no block has a number for a code.
  private func field(_ text: String, _ column: inout PlannedColumn) -> PlannedField? {
    let field = PlannedField(named: text)
    if case .markOn(let block) = field, let scale = TypedNumbers.whole(block.text) {
      column.scale = scale
      return .mark
    }
    return field
  }

  /// Takes in what comes after a column's field; false if it is not understood.
  private func take(_ part: PlanPhrase, _ column: inout PlannedColumn) -> Bool {
    let text = part.text
    if text == PlanVocabulary.open {
      column.dayForm = .open
      return true
    }
    if let form = PlanVocabulary.dayForms.value(of: text) {
      column.dayForm = .given(form)
      return true
    }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if let first = words.first, PlanVocabulary.numbers.has(first) {
      guard let serials = serials(Array(words.dropFirst())) else { return false }
      column.serials.append(serials)
      return true
    }
    if let first = words.first, PlanVocabulary.session.has(first),
      let day = PlanDay.day(words.dropFirst().joined(separator: " "))
    {
      column.sessionOn = day
      return true
    }
    for count in 1..<max(1, min(3, words.count)) {
      let (start, rest) = (
        words.prefix(count).joined(separator: " "), words.dropFirst(count).joined()
      )
      if PlanVocabulary.outOf.has(start), let scale = TypedNumbers.whole(rest), scale > 0 {
        column.scale = scale
        return true
      }
      if PlanVocabulary.keys.value(of: start) == .threshold, let mark = Mark(planned: rest) {
        column.threshold = mark
        return true
      }
    }
    return false
  }

  /// `1904 lignes 12-40`, after `nombres`.
  private func serials(_ words: [String]) -> SerialDays? {
    guard let first = words.first else { return nil }
    let start: PlanAnswer<SerialDays.Start>
    if first == PlanVocabulary.open {
      start = .open
    } else if let year = Int(first).flatMap(SerialDays.Start.init) {
      start = .given(year)
    } else {
      return nil
    }
    if words.count == 1 { return SerialDays(start) }
    guard words.count > 2, PlanVocabulary.rows.has(words[1]),
      let rows = PlanRows.range(words[2...].joined())
    else { return nil }
    return SerialDays(start, rows: rows)
  }
}
