internal import Events
internal import Sheets
internal import Spelling

// What the sheet does not say in a column.

extension PlanDraft {
  mutating func addSettings() {
    addCertification()
    addPathway()
    addSession()
    plan.summons = .given(.session)
    plan.sessionMode = .given(.onSite)
    if index({ $0 == .enrolmentDay }) == nil || !isFull(.enrolmentDay) {
      plan.enrolment = .given(.session)
    }
    if index({ $0 == .certificateDay }) == nil || !isFull(.certificateDay) {
      plan.certificate = .given(.session)
    }
    if plan.columns.contains(where: { $0.scale != nil }) { plan.threshold = .open }
    addAwards()
    plan.reason = reason.french
  }

  private var reason: Text {
    let award =
      plan.awards == .byCertificateNumber
      ? Text(", délivrance d’après le n° de certificat", ", awards by certificates’ numbers")
      : Text(verbatim: "")
    return Text(
      "Ce que la feuille ne dit pas est posé par le plan de reprise : inscription, convocation et "
        + "certificat au jour de la session, jury en présentiel\(award.french).",
      "What the sheet does not say is stated by the plan: enrolment, summons and certificate on the "
        + "day of the session, a jury on site\(award.english).")
  }

  /// Who has a certificate's number was awarded the certification, where no column says the result.
  private mutating func addAwards() {
    guard plan.has(.certificateNumber), !plan.has(.result) else { return }
    plan.awards = .byCertificateNumber
    finding(
      Text(
        "délivrance : aucune colonne de résultat ; un n° de certificat vaut délivrance : à vérifier",
        "award: no column of results; a certificate’s number is an award: to be checked"))
  }

  private func isFull(_ field: PlannedField) -> Bool {
    guard let index = index({ $0 == field }) else { return false }
    return census[places[index]].filled == table.rows.count
  }

  // MARK: Certification

  private mutating func addCertification() {
    let column = index { $0 == .certification }
    let found = choice.framework?.certification
    if column != nil, !fields.isWide || found == nil || isFull(.certification) {
      finding(
        Text(
          "certification : dite par la colonne de chaque ligne",
          "certification: said by the column of each row"))
      return
    }
    guard let found, let ground = choice.ground else {
      plan.certification = .open
      if let code = choice.unknownCode {
        finding(
          Text(
            "certification : la feuille nomme \(code), que le registre n’a pas : enregistrez-la d’abord",
            "certification: the sheet names \(code), which the ledger does not have: record it first"
          ))
      } else {
        finding(
          Text(
            "certification : ? — ni titre, ni code, ni blocs qui n’aillent qu’à une seule",
            "certification: ? — no title, no code, and no blocks that only one has"))
      }
      if !plan.columns.filter({ $0.field.plannedBlock != nil }).isEmpty {
        finding(
          Text(
            "les blocs des colonnes sont ceux de la plus proche : à corriger avec elle",
            "the blocks of the columns are those of the nearest one: to be corrected with it"))
      }
      return
    }
    plan.certification = .given(found)
    switch ground {
    case .code:
      finding(
        Text(
          "certification : \(found.text), d’après le code dans la feuille ou son nom",
          "certification: \(found.text), by the code in the sheet or its name"))
    case .title:
      finding(
        Text(
          "certification : \(found.text), d’après des mots de son intitulé : à vérifier",
          "certification: \(found.text), by words of its title: to be checked"))
    case .column:
      finding(
        Text(
          "certification : \(found.text), la plus fréquente de la colonne, pour les lignes qui n’en "
            + "disent aucune : à vérifier",
          "certification: \(found.text), the most frequent of the column, for rows that say none: to be "
            + "checked"))
    case .blocks:
      finding(
        Text(
          "certification : \(found.text), la seule du registre qui ait ces blocs : à vérifier",
          "certification: \(found.text), the only one of the ledger with these blocks: to be checked"
        ))
    }
  }

  // MARK: Pathway

  private mutating func addPathway() {
    if index({ $0 == .pathway }) != nil { return }
    let reference = index { $0 == .candidacyReference }
    let prefixes = reference.map { index in
      Set(
        census[places[index]].words.compactMap { word in
          let letters = word.spelling.prefix { $0.isLetter }.uppercased()
          return letters.isEmpty ? nil : letters
        })
    }
    let hasREVA = table.headings.contains { FoldedName($0).words.contains("reva") }
    let titles = table.titles + table.pages.map { file.pages[$0].name } + [name]
    let named = Set(
      titles.flatMap { FoldedName($0).words }.compactMap { word -> Pathway? in
        switch word {
        case "vae": .experience
        case "apprentissage", "apprentis": .apprenticeship
        case "professionnalisation": .professionalisation
        default: nil
        }
      })
    if prefixes == ["VAE"] || (hasREVA && (prefixes ?? []).isSubset(of: ["VAE"])) {
      plan.pathway = .given(.experience)
      finding(
        Text(
          prefixes == ["VAE"]
            ? "voie : VAE, d’après les références de dossier qui commencent ainsi : à vérifier"
            : "voie : VAE, d’après la colonne REVA : à vérifier",
          prefixes == ["VAE"]
            ? "pathway: experience, by the references that begin with VAE: to be checked"
            : "pathway: experience, by the column REVA: to be checked"))
    } else if let only = named.first, named.count == 1, prefixes?.isEmpty ?? true {
      plan.pathway = .given(only)
      finding(
        Text(
          "voie : d’après un titre ou le nom du fichier : à vérifier",
          "pathway: by a title or the file’s name: to be checked"))
    } else {
      plan.pathway = .open
      finding(Text("voie : ? — aucune colonne ne la dit", "pathway: ? — no column says it"))
    }
  }

  // MARK: Session

  private mutating func addSession() {
    if index({ $0 == .sessionDay }) != nil { return }
    let tabs = table.pages.compactMap { page in
      SeenDay.within(file.pages[page].name, today: today)
    }
    let titles = table.titles.compactMap { SeenDay.within($0, today: today) }
    if !table.sections.isEmpty || (tabs.count == table.pages.count && tabs.count > 1) {
      plan.sectionsAreSessions = true
      finding(
        Text(
          table.sections.isEmpty
            ? "jour de session : celui du nom de chaque onglet"
            : "jour de session : celui du titre au-dessus des lignes de chaque jury",
          table.sections.isEmpty
            ? "day of the session: that of each tab’s name"
            : "day of the session: that of the heading above the rows of each jury"))
      return
    }
    let decided = plan.columns.compactMap(\.field.decidedBlock)
    let dated = plan.columns.compactMap { column in
      if case .dayOf(let block) = column.field { block } else { nil as BlockCode? }
    }
    if !decided.isEmpty,
      plan.columns.allSatisfy({ $0.field.decidedBlock == nil || $0.sessionOn != nil })
    {
      finding(
        Text(
          "jour de session : celui de l’intitulé de chaque colonne de bloc",
          "day of the session: that in the heading of each block’s column"))
      return
    }
    if !decided.isEmpty, Set(decided).isSubset(of: dated) {
      finding(
        Text(
          "jour de session : celui de la colonne de jour de chaque bloc",
          "day of the session: that of each block’s column of days"))
      return
    }
    let days = Set((titles + tabs).map { $0.date(.dayFirst) })
    let isProved = (titles + tabs).allSatisfy { day in
      switch day {
      case .certain: true
      case .numbers(let first, let second, _): first > 12 || first == second
      case .serial, .part: false
      }
    }
    if days.count == 1, isProved, let day = days.first, let day, table.pages.count == 1 {
      plan.session = .given(day)
      finding(
        Text(
          "jour de session : celui d’un titre de la feuille, à vérifier",
          "day of the session: that of a title of the sheet, to be checked"))
    } else if days.count > 1, table.pages.count > 1, titles.count >= table.pages.count {
      plan.sectionsAreSessions = true
      finding(
        Text(
          "jour de session : celui du titre de chaque onglet",
          "day of the session: that of each tab’s title"))
    } else {
      plan.session = .open
      finding(
        Text(
          "jour de session : ? — aucune colonne de jours ne le dit",
          "day of the session: ? — no column of days says it"))
    }
  }

  mutating func finding(_ text: Text) {
    notes.findings.append(text)
  }
}

extension PlannedField {
  /// The block that the column decides.
  var decidedBlock: BlockCode? {
    switch self {
    case .verdictOn(let block), .markOn(let block): block
    default: nil
    }
  }

  /// The block that the column is of.
  var plannedBlock: BlockCode? {
    if case .dayOf(let block) = self { block } else { decidedBlock }
  }
}
