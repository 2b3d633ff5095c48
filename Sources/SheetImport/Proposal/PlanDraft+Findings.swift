internal import Events
internal import Sheets

// What is said at the head of the plan's file.

extension PlanDraft {
  mutating func addFindings() {
    let settings = notes.findings
    notes.findings = []
    addUnread()
    addForm()
    addRows()
    notes.findings.append(kind)
    notes.findings += settings
    addRules()
  }

  private mutating func addUnread() {
    for (block, column) in fields.unread {
      let heading = table.headings[column].isEmpty ? Self.letters(column) : fields.own[column]
      let cells = Text.count(census[column].filled, ProposedDays.cell.one, ProposedDays.cell.many)
      finding(
        Text(
          "ATTENTION : une deuxième colonne de \(block) n’est pas lue : « \(heading) » "
            + "(\(cells.french)) ; si elle est d’une autre session, écrire `décision sur \(block) ; "
            + "session 17/06/2020`",
          "WARNING: a second column of \(block) is not read: “\(heading)” (\(cells.english)); if it is of "
            + "another session, write `decision on \(block) ; session 2020-06-17`"))
    }
  }

  private mutating func addForm() {
    switch file.form {
    case .workbook:
      finding(Text("fichier : un classeur", "file: a workbook"))
    case .text(let form):
      let encoding: String
      switch form.encoding {
      case .utf8: encoding = "UTF-8"
      case .utf8WithMark: encoding = "UTF-8 (BOM)"
      case .utf16LittleEndian, .utf16BigEndian: encoding = "UTF-16"
      case .windows1252: encoding = "Windows-1252"
      }
      let read = Text("fichier : texte \(encoding)", "file: text in \(encoding)")
      let mark = form.separator.map {
        $0 == "\t"
          ? Text("séparateur tabulation", "separator tab")
          : Text("séparateur « \($0) »", "separator “\($0)”")
      }
      finding([read, mark].compactMap(\.self).joined(separator: ", "))
    }
    if table.pages.count > 1 {
      finding(
        Text(
          "\(table.pages.count) onglets de mêmes intitulés sont lus ensemble",
          "\(table.pages.count) tabs with the same headings are read together"))
    }
    let others = file.pages.indices.filter { page in
      !file.pages[page].isHidden && !table.pages.contains(page)
        && file.pages[page].rows.contains { !ProposedTable.texts($0).isEmpty }
    }
    if !others.isEmpty {
      let names = others.map { "« \(file.pages[$0].name) »" }.joined(separator: ", ")
      finding(
        Text(
          "onglets d’autres intitulés, non lus : \(names)",
          "tabs with other headings, not read: \(names)"))
    }
    let hidden = file.pages.count(where: \.isHidden)
    if hidden > 0 {
      let count = Text.count(
        hidden, Text("onglet masqué, non lu", "hidden tab, not read"),
        Text("onglets masqués, non lus", "hidden tabs, not read"))
      notes.findings.append(count)
    }
  }

  private mutating func addRows() {
    let left = table.leftOut
    let rows =
      fields.isLong
      ? Text.count(
        table.rows.count, Text("ligne de décision", "row of a decision"),
        Text("lignes de décisions", "rows of decisions"))
      : Text.count(
        table.rows.count, Text("ligne de candidat", "row of a candidate"),
        Text("lignes de candidats", "rows of candidates"))
    finding(
      Text(
        "intitulés à la ligne \(table.headerRow) ; \(rows.french)",
        "headings in row \(table.headerRow); \(rows.english)"))
    let counts: [Text?] = [
      left.blank > 0 ? Text.count(left.blank, Text("vide", "blank"), Text("vides", "blank")) : nil,
      left.titles > 0
        ? Text.count(left.titles, Text("titre", "title"), Text("titres", "titles")) : nil,
      left.totals > 0
        ? Text.count(left.totals, Text("total", "total"), Text("totaux", "totals")) : nil,
      left.headings > 0
        ? Text.count(
          left.headings, Text("autre ligne d’intitulés", "further row of headings"),
          Text("autres lignes d’intitulés", "further rows of headings")) : nil,
      left.sections > 0
        ? Text.count(
          left.sections, Text("titre de jury", "heading of a jury"),
          Text("titres de jury", "headings of juries")) : nil,
    ]
    let said = counts.compactMap { $0 }
    guard !said.isEmpty else { return }
    let all = said.joined(separator: ", ")
    finding(Text("lignes laissées : \(all.french)", "rows left out: \(all.english)"))
  }

  private var kind: Text {
    if fields.isLong {
      return Text("forme : une ligne par décision", "form: a row for each decision")
    }
    let hasMarks = plan.columns.contains { $0.scale != nil }
    if hasMarks {
      return Text(
        "forme : une ligne par candidat, une colonne de notes par bloc",
        "form: a row for each candidate, a column of marks for each block")
    }
    if fields.isWide {
      return Text(
        "forme : une ligne par candidat, une colonne par bloc",
        "form: a row for each candidate, a column for each block")
    }
    let hasLists = plan.columns.contains { [.validatedBlocks, .refusedBlocks].contains($0.field) }
    return hasLists
      ? Text(
        "forme : une ligne par candidat, les blocs en listes",
        "form: a row for each candidate, the blocks in lists")
      : Text(
        "forme : une ligne par candidat, sans décision par bloc reconnue",
        "form: a row for each candidate, without a decision on a block that was recognised")
  }

  private mutating func addRules() {
    if index({ $0 == .trainingStart }) != nil {
      finding(
        Text(
          "inscription : la feuille ne la dit pas ; au plus tard à l’entrée en formation, sinon au jour "
            + "de la session",
          "enrolment: the sheet does not say it; at the latest when training starts, else on the day of "
            + "the session"))
    } else if plan.enrolment != nil {
      finding(
        Text(
          "inscription, convocation et certificat : au jour de la session, la feuille ne les dit pas "
            + "toujours",
          "enrolment, summons and certificate: on the day of the session, the sheet does not always say "
            + "them"))
    }
    finding(
      Text(
        "mode des jurys : présentiel, que la feuille ne dit pas : à vérifier",
        "mode of the juries: on site, which the sheet does not say: to be checked"))
    if plan.threshold != nil {
      finding(
        Text(
          "seuil : ? — la feuille a des notes et aucune décision : dites à partir de quelle note un bloc "
            + "est acquis",
          "threshold: ? — the sheet has marks and no decisions: say from which mark a block is held"
        ))
    }
    if let grounds = index({ $0 == .grounds }), fields.isLong {
      note(
        grounds,
        [
          Text(
            "enregistrées comme motif des refus de ces lignes seulement ; « ignorée » les laisse, "
              + "« préconisation » en fait une suite conseillée",
            "recorded as the grounds of the refusals of these rows only; `ignored` leaves them, "
              + "`recommendation` makes them an advice")
        ])
    }
  }
}
