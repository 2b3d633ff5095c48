internal import AcquisLedger
internal import Events
internal import SheetImport
internal import Sheets

/// What a sheet holds and what becomes of it, as lines to print.
struct SheetReportText {
  let trial: SheetTrial
  /// Whether the changes are in the ledger.
  let isRecorded: Bool
  let rows: SheetRowsText

  init(_ trial: SheetTrial, isRecorded: Bool) {
    self.trial = trial
    self.isRecorded = isRecorded
    rows = SheetRowsText(tabs: trial.tabs)
  }

  var report: SheetReport { trial.report }

  /// The sheet, its columns, persons, juries and decisions, then what is wrong by cause, then what changes.
  var lines: [Text] {
    [sheet] + unlessEmpty([otherHeadings]) + columns + [persons]
      + unlessEmpty([juries, decisions, awards]) + issues + changes
  }

  private func unlessEmpty(_ texts: [Text?]) -> [Text] { texts.compactMap(\.self) }

  // MARK: The sheet

  private var sheet: Text {
    let form = trial.file.form.text
    let header = Text(
      "en-têtes ligne \(trial.reading.headerRow)", "headings in row \(trial.reading.headerRow)")
    let counted = Text.count(
      report.rows, Text("ligne de candidat", "candidate row"),
      Text("lignes de candidats", "candidate rows"))
    let parts = [
      Text("\(form.french), \(header.french)", "\(form.english), \(header.english)"), counted,
    ]
    let said = (parts + unlessEmpty([leftOut])).joined(separator: " ; ", "; ")
    return Text("Feuille : \(said.french)", "Sheet: \(said.english)")
  }

  /// Where the plan has the headings in another row.
  private var otherHeadings: Text? {
    let (planned, found) = (trial.plan.headerRow, trial.reading.headerRow)
    if planned == found { return nil }
    return Text(
      "En-têtes trouvés ligne \(found) ; le plan les dit ligne \(planned) : à corriger dans le plan",
      "Headings found in row \(found); the plan says row \(planned): to be corrected in the plan")
  }

  /// `9 lignes laissées : 8 vides, 1 de total`; nil where every row is a candidate's.
  private var leftOut: Text? {
    let rows = report.leftOut
    if rows.total == 0 { return nil }
    func kind(_ number: Int, _ one: Text, _ many: Text) -> Text? {
      number == 0 ? nil : Text.count(number, one, many)
    }
    func kind(_ number: Int, _ any: Text) -> Text? { kind(number, any, any) }
    let said = unlessEmpty([
      kind(rows.titles, Text("au-dessus des en-têtes", "above the headings")),
      kind(rows.blank, Text("vide", "blank"), Text("vides", "blank")),
      kind(rows.totals, Text("de total", "of totals")),
      kind(rows.headings, Text("d’en-têtes répétés", "of headings repeated")),
      kind(rows.sections, Text("de titre de session", "of a session’s title")),
      kind(rows.planned, Text("que le plan désigne", "named by the plan")),
    ]).joined(separator: ", ")
    let head = Text.count(
      rows.total, Text("ligne laissée", "row left out"), Text("lignes laissées", "rows left out"))
    return Text("\(head.french) (\(said.french))", "\(head.english) (\(said.english))")
  }

  private var columns: [Text] {
    let read = report.columns.map { heading, field in
      let (heading, name) = (Shown.onOneLine(heading), field.name)
      return Text("\(heading) → \(name.french)", "\(heading) → \(name.english)")
    }.joined(separator: " · ")
    let unread = report.unread.map { Shown.onOneLine($0) }.joined(separator: ", ")
    return
      (read.french.isEmpty
      ? [] : [Text("Colonnes : \(read.french)", "Columns: \(read.english)")])
      + (unread.isEmpty
        ? [] : [Text("Colonnes non lues : \(unread)", "Columns not read: \(unread)")])
  }

  // MARK: What it holds

  private var persons: Text {
    let persons = report.persons
    var parts = [
      Text.count(
        persons.new, Text("nouvelle", "new"), Text("nouvelles", "new")),
      Text.count(
        persons.known, Text("déjà connue", "known already"),
        Text("déjà connues", "known already")),
    ]
    if persons.exactDoubles > 0 {
      parts.append(
        Text.count(
          persons.exactDoubles, Text("ligne en double exact", "exact double"),
          Text("lignes en double exact", "exact doubles")))
    }
    if persons.nearDoubles > 0 {
      parts.append(
        Text.count(
          persons.nearDoubles, Text("ligne presque pareille", "near double"),
          Text("lignes presque pareilles", "near doubles")))
    }
    if persons.toConfirm > 0 {
      parts.append(
        Text.count(
          persons.toConfirm, Text("ligne à confirmer", "row to confirm"),
          Text("lignes à confirmer", "rows to confirm")))
    }
    let said = parts.joined(separator: ", ")
    return Text(
      "Personnes : \(persons.total) ; \(said.french)",
      "Persons: \(persons.total); \(said.english)")
  }

  private var juries: Text? {
    let (new, known) = (report.newSessions, report.knownSessions)
    var parts: [Text] = []
    if new > 0 {
      let counted = Text.count(new, .session)
      parts.append(
        Text(
          "\(counted.french), de composition inconnue",
          "\(counted.english), of unknown composition"))
    }
    if known > 0 {
      parts.append(
        .count(
          known, Text("session déjà connue", "session known already"),
          Text("sessions déjà connues", "sessions known already")))
    }
    if parts.isEmpty { return nil }
    let said = parts.joined(separator: " ; ", "; ")
    return Text("Jurys : \(said.french)", "Juries: \(said.english)")
  }

  private var decisions: Text? {
    let verdicts = report.verdicts
    var parts: [Text] = []
    func add(_ number: Int, _ one: Text, _ many: Text) {
      if number > 0 { parts.append(.count(number, one, many)) }
    }
    add(
      verdicts.validated, Text("bloc validé", "block validated"),
      Text("blocs validés", "blocks validated"))
    if verdicts.refused > 0 {
      let refused = Text.count(
        verdicts.refused, Text("refusé", "refused"), Text("refusés", "refused"))
      let blanks =
        verdicts.refusedByBlank == 0
        ? Text("", "")
        : Text.count(
          verdicts.refusedByBlank, Text("case vide)", "blank)"), Text("cases vides)", "blanks)")
        ).after(" (dont ", " (of which ")
      parts.append(
        Text("\(refused.french)\(blanks.french)", "\(refused.english)\(blanks.english)"))
    }
    add(verdicts.absent, Text("absence", "absence"), Text("absences", "absences"))
    add(
      verdicts.absentExcused, Text("absence excusée", "excused absence"),
      Text("absences excusées", "excused absences"))
    add(
      verdicts.equivalences, Text("équivalence", "equivalence"),
      Text("équivalences", "equivalences"))
    add(
      report.unknownBlanks, Text("case vide de sens inconnu", "blank of unknown meaning"),
      Text("cases vides de sens inconnu", "blanks of unknown meaning"))
    for (words, noun) in [
      (report.unrecognised, CountedNoun.unknownWord),
      (
        report.wordsLeftOut,
        CountedNoun(Text("mot laissé", "word left out"), Text("mots laissés", "words left out"))
      ),
    ] where !words.isEmpty {
      let counted = Text.count(words.map(\.count).reduce(0, +), noun)
      let list = words.map { "\(Shown.word($0.word)) ×\($0.count)" }.joined(separator: ", ")
      parts.append(Text("\(counted.french) : \(list)", "\(counted.english): \(list)"))
    }
    if parts.isEmpty { return nil }
    let said = parts.joined(separator: ", ")
    return Text("Décisions : \(said.french)", "Decisions: \(said.english)")
  }

  private var awards: Text? {
    if report.awards + report.certificates == 0 { return nil }
    let awards = Text.count(
      report.awards, Text("délivrée", "awarded"), Text("délivrées", "awarded"),
      none: Text("aucune délivrée", "none awarded"))
    let certificates = Text.count(
      report.certificates, Text("certificat", "certificate"), Text("certificats", "certificates"),
      none: Text("aucun certificat", "no certificate"))
    return Text(
      "Certifications : \(awards.french), \(certificates.french)",
      "Certifications: \(awards.english), \(certificates.english)")
  }
}

extension Text {
  /// This text with words before it.
  func after(_ french: String, _ english: String) -> Text {
    Text(french + self.french, english + self.english)
  }
}
