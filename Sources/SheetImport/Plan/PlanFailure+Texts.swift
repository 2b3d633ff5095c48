internal import Events

// The sentences of what is wrong in a plan.

extension PlanFailure {
  /// `clé inconnue « x » : … ; vouliez-vous dire y ?`
  static func unknown(_ what: Text, _ typed: String, expected: Text, near: Text?) -> Text {
    let typed = Shown.word(typed)
    var text = Text(
      "\(what.french) « \(typed) » ; écrire \(expected.french)",
      "\(what.english) \"\(typed)\"; write \(expected.english)")
    if let near {
      text = text.then(
        Text("vouliez-vous dire « \(near.french) » ?", "did you mean \"\(near.english)\"?"))
    }
    // One blank before a comment's mark: the comment was read as part of the value.
    if typed.contains(" #") {
      text = text.then(
        Text("deux blancs précèdent le # d’un commentaire", "two blanks precede a comment’s #"))
    }
    return text
  }

  /// `a, b ou c`.
  static func listed(_ names: [Text]) -> Text {
    func list(_ names: [String], _ or: String) -> String {
      guard names.count > 1, let last = names.last else { return names.first ?? "" }
      return names.dropLast().joined(separator: ", ") + " \(or) \(last)"
    }
    return Text(list(names.map(\.french), "ou"), list(names.map(\.english), "or"))
  }

  static let noAnswer = Text(
    "la ligne s’écrit « clé = réponse », ? pour une question ouverte",
    "the line is written key = answer, ? for an open question")

  static func repeated(_ name: String, line: Int) -> Text {
    let name = Shown.word(name)
    return Text(
      "« \(name) » est déjà à la ligne \(line)", "\"\(name)\" is at line \(line) already")
  }

  /// What a line of the sheet's section may say, in the words that are typed.
  static func expected(_ key: PlanVocabulary.Key) -> Text {
    let day = Text("un jour, par exemple 17/06/2020", "a day, for example 2020-06-17")
    switch key {
    case .tabs:
      return Text(
        "`tous`, ou les noms des onglets : `2019 | 2020`",
        "`all`, or the names of tabs: `2019 | 2020`")
    case .headerRow:
      return Text("le n° de la ligne des intitulés", "the number of the row with the headings")
    case .leftOutRows:
      return Text("des n° de lignes : `61, 319-326`", "numbers of rows: `61, 319-326`")
    case .certification:
      return Text(
        "le code d’une certification du registre, par exemple RNCP38052",
        "the code of a certification of the ledger, for example RNCP38052")
    case .pathway: return listed(PlanLists.pathway.names)
    case .audience: return listed(PlanLists.audience.names)
    case .session:
      return Text(
        "\(day.french), ou `titre` si un titre au-dessus des lignes ou le nom de l’onglet le porte",
        "\(day.english), or `heading` if a heading above the rows or the tab’s name has it")
    case .enrolment, .summons, .certificate:
      return Text(
        "`jour de la session`, `01/09 précédent` (le dernier avant la session) ou \(day.french)",
        "`session day`, `1 September before` (the last one before the session) or \(day.english)")
    case .award:
      return Text(
        "`résultat` (les mots de cette colonne) ou `n° de certificat` (en avoir un vaut délivrance)",
        "`result` (the words of that column) or `certificate number` (having one is an award)")
    case .mode: return listed(PlanLists.mode.names)
    case .threshold:
      return Text(
        "la note à partir de laquelle un bloc est validé, par exemple 10 ou 12,5",
        "the mark from which on a block is validated, for example 10 or 12.5")
    case .candidacies: return listed(PlanVocabulary.candidacies.names)
    case .reason:
      return Text(
        "la phrase qui devient le motif des entrées dont seul ce plan dit le jour",
        "the sentence that becomes the reason of entries whose day only this plan states")
    }
  }
}
