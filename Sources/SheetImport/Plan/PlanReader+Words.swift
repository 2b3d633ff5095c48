internal import Events

// The sections of words: what each word of some columns means.

extension PlanReader {
  mutating func readWords(_ section: PlanSource.Words) {
    let indices = columns(of: section.header)
    for line in section.lines { readWord(line, of: indices) }
  }

  /// The columns that a section names.
  private mutating func columns(of header: PlanSource.Line) -> [Int] {
    var indices: [Int] = []
    for phrase in header.phrase.split(on: "|") {
      if let index = column(phrase) {
        if !indices.contains(index) { indices.append(index) }
      } else {
        let names = plan.columns.map { column in
          let name = Text(verbatim: column.heading)
          return (name, [column.heading])
        }
        add(
          header,
          PlanFailure.unknown(
            Text(
              "aucune colonne de [colonnes] n’a l’intitulé",
              "no column of [columns] has the heading"),
            phrase.text,
            expected: Text(
              "`[mots INTITULÉ | INTITULÉ]`, chacun comme dans [colonnes]",
              "`[words HEADING | HEADING]`, each as in [columns]"),
            near: Nearby.name(to: phrase.text, among: names)))
      }
    }
    return indices
  }

  /// The column that a heading names: the very heading, else the only one that differs in case or accents.
  private func column(_ phrase: PlanPhrase) -> Int? {
    let heading = PlanHeading(phrase)
    if let index = columns[heading] { return index }
    let key = PlannedWord.key(heading.heading)
    let same = columns.filter {
      $0.key.occurrence == heading.occurrence && PlannedWord.key($0.key.heading) == key
    }
    return same.count == 1 ? same.first?.value : nil
  }

  private mutating func readWord(_ line: PlanSource.Line, of indices: [Int]) {
    guard let (name, value) = line.phrase.keyAndValue, !value.isEmpty, !name.isEmpty else {
      return add(line, PlanFailure.noAnswer)
    }
    let (wordPhrase, besidePhrase) = name.split { PlanVocabulary.beside.has($0) } ?? (name, nil)
    let word = word(wordPhrase)
    let beside = besidePhrase.map { self.word($0) }
    for index in indices {
      let choice = WordMeaning.Choice(plan.columns[index].field)
      guard let meaning = meaning(value, of: choice) else {
        return add(line, unknown(value, of: choice, plan.columns[index].field))
      }
      let planned = PlannedWord(word, beside: beside, meaning)
      if let first = plan.columns[index].words.firstIndex(where: { $0.contradicts(planned) }) {
        return add(
          line, PlanFailure.repeated(name.raw, line: plan.lines.word(first, of: index)))
      }
      plan.columns[index].words.append(planned)
      plan.lines.words[index, default: []].append(line.number)
    }
  }

  private func word(_ phrase: PlanPhrase) -> String {
    if !phrase.isQuoted, PlanHeading.isBlankWord(phrase.raw) { return "" }
    return phrase.text
  }

  private func meaning(_ value: PlanPhrase, of choice: WordMeaning.Choice) -> WordMeaning? {
    if let (name, authority) = value.split(atFirst: ":") {
      return WordMeaning(named: name.raw, authority: authority.text, of: choice)
    }
    return WordMeaning(named: value.text, authority: nil, of: choice)
  }

  private func unknown(
    _ value: PlanPhrase, of choice: WordMeaning.Choice, _ field: PlannedField
  ) -> Text {
    let names = choice.names + [Text(verbatim: PlanVocabulary.open)]
    return PlanFailure.unknown(
      Text(
        "une colonne « \(field.name.french) » n’a pas le sens",
        "a column \"\(field.name.english)\" does not have the meaning"), value.text,
      expected: PlanFailure.listed(names),
      near: Nearby.name(
        to: value.text, among: choice.names.map { ($0, [$0.french, $0.english]) }))
  }
}

extension PlannedWord {
  /// Whether both are the same word of the same rows, with two meanings.
  fileprivate func contradicts(_ other: PlannedWord) -> Bool {
    meaning != other.meaning && Self.key(word) == Self.key(other.word)
      && beside.map(Self.key) == other.beside.map(Self.key)
  }
}
