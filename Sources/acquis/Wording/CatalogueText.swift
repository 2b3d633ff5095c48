internal import AcquisLedger
internal import Catalogue
internal import Events

/// What is said of a fiche of the open data: what was left out, what they do not state.
struct CatalogueText {
  let fiche: OpenDataFiche
  let framework: OpenDataFramework
  /// Whether the framework is to be recorded, not in the ledger already.
  let isNew: Bool

  /// Of the fiche as a whole, then of each row left out.
  ///
  /// - Parameters:
  ///   - others: the days of the exports that were not taken.
  ///   - date: the day of the one that was.
  func remarks(
    missing: [OpenDataKind], others: [CalendarDate], of date: CalendarDate?, on today: CalendarDate
  ) -> [Text] {
    var lines: [Text] = []
    if let date, !others.isEmpty {
      let taken = date.text
      let passed = Self.passed(others)
      let said = Text(
        "plusieurs exports : celui du \(taken.french) est pris, pas \(passed.french)",
        "several exports: that of \(taken.english) is taken, not \(passed.english)")
      let isNewest = others.allSatisfy { $0 < date }
      lines.append(
        isNewest
          ? said
          : said.then(
            Text("le plus récent est incomplet", "the newest one is incomplete")))
    }
    if !missing.isEmpty { lines.append(Self.missing(missing.map(\.fileName))) }
    if fiche.isActive == false {
      lines.append(
        Text(
          "fiche inactive : elle n’accueille plus d’inscription",
          "an inactive fiche: no more enrolment"))
    }
    if let last = framework.registration.expiresOn, last < today {
      let day = last.text
      lines.append(
        Text(
          "l’enregistrement a pris fin le \(day.french) : une inscription postérieure sera refusée",
          "the registration ended on \(day.english): a later enrolment will be refused"))
    }
    if let first = framework.registration.registeredOn, first > today {
      lines.append(Self.begins(first))
    }
    if !isNew { return lines + fiche.left.filter { $0.reason == .cycle }.map(\.text) }
    for code in framework.untitled {
      lines.append(
        Text(
          "\(code) : l’export ne donne pas d’intitulé ; `--block \(code)=INTITULÉ` en donne un",
          "\(code): the export gives no title; `--block \(code)=TITLE` gives one"))
    }
    if framework.hasNoBlocks { lines.append(wholeLine) }
    if fiche.shouldHaveBlocks, !missing.contains(.blocks) { lines.append(Self.shouldHaveBlocks) }
    return lines + fiche.left.map(\.text)
  }

  /// The exports that were not taken: `celui du 2 mai 2025`, `ceux du … et du …`.
  private static func passed(_ days: [CalendarDate]) -> Text {
    guard let last = days.last?.text, days.count > 1 else {
      let day = days.map(\.text).joined(separator: "")
      return Text("celui du \(day.french)", "that of \(day.english)")
    }
    let french = days.dropLast().map { "du \($0.text.french)" }.joined(separator: ", ")
    let english = days.dropLast().map { $0.text.english }.joined(separator: ", ")
    return Text(
      "ceux \(french) et du \(last.french)", "those of \(english) and \(last.english)")
  }

  /// The files that are not there.
  ///
  /// - Parameter names: at least one.
  private static func missing(_ names: [String]) -> Text {
    guard let last = names.last, names.count > 1 else {
      let name = names.joined()
      return Text(
        "le fichier \(name) manque : ce qu’il indique est tenu pour non précisé",
        "the file \(name) is missing: what it states is taken as not stated")
    }
    let others = names.dropLast().joined(separator: ", ")
    return Text(
      "les fichiers \(others) et \(last) manquent : ce qu’ils indiquent est tenu pour non précisé",
      "the files \(others) and \(last) are missing: what they state is taken as not stated")
  }

  private static func begins(_ day: CalendarDate) -> Text {
    let shown = day.text
    return Text(
      "l’enregistrement commence le \(shown.french) : une inscription antérieure relève de la version précédente",
      "the registration begins on \(shown.english): an enrolment before that day is of the previous version"
    )
  }

  private static let shouldHaveBlocks = Text(
    "à vérifier : depuis 2019 une certification du RNCP est constituée de blocs, et l’export n’en a aucun ici ; il est peut-être incomplet",
    "to check: since 2019 a certification of the RNCP is made of blocks, and the export has none here; it may be incomplete"
  )

  /// How many blocks there are, or parts in their place.
  var count: Text {
    let number = framework.registration.blocks.elements.count
    guard framework.hasNoBlocks else { return Text.count(number, .block) }
    let parts = Text.count(number, Text("partie", "part"), Text("parties", "parts"))
    return framework.arePartsGiven
      ? parts : Text("aucun bloc, \(parts.french)", "no block, \(parts.english)")
  }

  private var wholeLine: Text {
    let codes = framework.registration.blocks.elements.map(\.code.text).joined(separator: ", ")
    guard framework.arePartsGiven else {
      return Text(
        "aucun bloc dans l’export : une seule partie, \(codes), vaut pour le tout (politique du certificateur ; ce code n’est pas officiel)",
        "no block in the export: one part, \(codes), is the whole (policy; the code is not an official one)"
      )
    }
    let none =
      fiche.hasBlockRows
      ? Text("aucun bloc lisible dans l’export", "no block in the export that can be read")
      : Text("aucun bloc dans l’export", "no block in the export")
    return Text(
      "\(none.french) : `--block` donne \(count.french), \(codes)",
      "\(none.english): `--block` gives \(count.english), \(codes)")
  }

  /// A heading and one line a field; empty where the data state all.
  var notStated: [Text] {
    guard !framework.notStated.isEmpty else { return [] }
    let head = Text(
      "ce que les données ouvertes ne précisent pas, et ce qui est retenu par défaut ou donné en option :",
      "what the open data do not state, and what is taken by default or given as an option:")
    return [head]
      + framework.notStated.map { gap in
        let (label, value) = (Self.label(gap.field), Self.value(gap))
        let option = gap.option.map { " (`\($0)`)" } ?? ""
        return Text(
          "  \(label.french) : \(value.french)\(option)",
          "  \(label.english): \(value.english)\(option)")
      }
  }

  private static func label(_ field: String) -> Text {
    labels[field] ?? Text(verbatim: field)
  }

  private static let labels = [
    "level": Text("niveau", "level"),
    "registeredOn": Text("premier jour de l’enregistrement", "first day of the registration"),
    "expiresOn": Text("dernier jour de l’enregistrement", "last day of the registration"),
    "lastDeliveryOn": Text("dernier jour de délivrance", "last day for an award"),
    "registrationDecisionOn": Text("jour de la décision", "day of the decision"),
    "certifiers": Text("certificateurs", "certifiers"),
    "blocks": Text("blocs", "blocks"),
    "competencies": Text("compétences des blocs", "competencies of the blocks"),
    "pathways": Text("voies d’accès ouvertes", "open pathways"),
    "jury": Text("rôles du jury", "roles of the jury"),
    "partialCertification": Text(
      "blocs délivrés séparément", "blocks certified one at a time"),
    "everyCompetencyAssessed": Text(
      "évaluation de chaque compétence exigée", "every competency must be assessed"),
    "blockValidity": Text("validité d’un bloc", "validity of a block"),
    "completionWindow": Text(
      "délai pour acquérir les blocs manquants", "time to validate the missing blocks"),
    "certificationValidity": Text(
      "validité de la certification", "validity of the certification"),
    "document": Text("document délivré", "document issued"),
    "codes.nsf": Text("codes NSF", "NSF codes"),
    "codes.formacode": Text("codes Formacode", "Formacode codes"),
    "codes.rome": Text("codes ROME", "ROME codes"),
    "supersessions": Text("versions antérieures et suivantes", "older and newer versions"),
  ]

  private static let limits: Set<String> = [
    "blockValidity", "completionWindow", "certificationValidity",
  ]

  private static func value(_ gap: NotStated) -> Text {
    switch gap.value {
    case .null:
      if limits.contains(gap.field) { return Text("sans limite", "no limit") }
      if gap.field == "competencies" {
        return Text(
          "une seule par bloc, qui signale leur absence",
          "one a block, which says that they are not there")
      }
      return Text("non renseigné", "not stated")
    case .integer(let number):
      return limits.contains(gap.field)
        ? Text.count(number, .year) : Text(verbatim: String(number))
    case .list(let values) where values.isEmpty: return Text("non renseigné", "not stated")
    case .list(let values): return values.map { word($0, gap.field) }.joined(separator: ", ")
    case .boolean, .string, .object: return word(gap.value, gap.field)
    }
  }

  private static func word(_ value: JSONValue, _ field: String) -> Text {
    if let text = value.text {
      if let pathway = Pathway(rawValue: text), field == "pathways" { return pathway.text }
      if let role = JuryRole(rawValue: text), field == "jury" { return role.text }
    }
    return FieldLabels.value(value, of: field)
  }
}

extension OpenDataRemark {
  /// A row that was left out, with its place.
  var text: Text {
    let place = "\(file):\(line)"
    let shown = Shown.word(value ?? "")
    let header = column ?? ""
    let option = OpenDataDay(rawValue: header)?.option ?? ""
    let said: Text =
      switch reason {
      case .siret:
        Text(
          "certificateur laissé de côté : un SIRET a 14 chiffres (`--certifier` le donne)",
          "a certifier left out: a SIRET has 14 digits (`--certifier` gives it)")
      case .nameless:
        Text(
          "certificateur \(shown) laissé de côté : sans nom (`--certifier` le donne)",
          "certifier \(shown) left out: no name (`--certifier` gives it)")
      case .repeated: Text("ligne répétée, comptée une fois", "a repeated row, counted once")
      case .contradictory:
        Text(
          "ligne laissée de côté : elle contredit une ligne précédente",
          "a row left out: it contradicts an earlier one")
      case .foreignBlock:
        Text(
          "bloc \(shown) laissé de côté : c’est le numéro d’une autre fiche (`--block` le donne s’il est aussi de celle-ci)",
          "block \(shown) left out: it has another fiche’s number (`--block` gives it if it is of this one too)"
        )
      case .code:
        value == nil
          ? Text("bloc laissé de côté : son code manque", "a block left out: it has no code")
          : Text(
            "bloc laissé de côté : « \(shown) » n’est pas un code de bloc (le numéro de la fiche, puis par exemple BC01)",
            "a block left out: “\(shown)” is no code of a block (the fiche’s number, then for example BC01)"
          )
      case .empty: Text("ligne vide, laissée de côté", "an empty row, left out")
      case .surplus:
        Text(
          "ligne laissée de côté : plus de cellules que l’en-tête",
          "a row left out: more cells than the header")
      case .tooLong:
        Text(
          "colonne \(header) : texte trop long, tenu pour non précisé",
          "column \(header): the text is too long, and taken as not stated")
      case .yesOrNo:
        Text(
          "colonne \(header) : « \(shown) » n’est ni Oui ni Non ; tenu pour non précisé",
          "column \(header): “\(shown)” is neither Oui nor Non; taken as not stated")
      case .level:
        Text(
          "niveau \(shown) non reconnu : aucun n’est enregistré (`--level` le donne)",
          "level \(shown) not known: none is recorded (`--level` gives it)")
      case .pathway:
        Text(
          "voie d’accès non reconnue, laissée de côté : « \(shown) » (`--pathways` la donne)",
          "a pathway not known, left out: “\(shown)” (`--pathways` gives it)")
      case .placeholder:
        Text(
          "colonne \(header) : « \(shown) » est tenu pour non précisé",
          "column \(header): “\(shown)” is taken as not stated")
      case .given:
        Text(
          "colonne \(header) : « \(shown) » n’est pas un jour ; celui de `\(option)` est pris",
          "column \(header): “\(shown)” is no day; that of `\(option)` is taken")
      case .cycle:
        Text(
          "succession laissée de côté : l’export met \(shown) à la fois avant et après cette fiche",
          "a succession left out: the export has \(shown) both before and after this fiche")
      }
    return said.at(place)
  }
}
