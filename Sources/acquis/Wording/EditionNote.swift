internal import Events

/// What the current edition of the rules changed, and for whom an answer may differ: `help edition`.
enum EditionNote {
  /// A change, and who is concerned.
  struct Change {
    let what: Text
    let concerned: Text

    init(_ what: Text, for concerned: Text) {
      self.what = what
      self.concerned = concerned
    }
  }

  static func lines(in language: Language) -> [String] {
    var lines = [heading.text(in: language), ""]
    for (title, changes) in [
      (states, stateChanges), (rules, ruleChanges), (persons, personChanges), (lists, listChanges),
    ] {
      lines.append(title.text(in: language))
      for change in changes {
        lines.append("  - \(change.what.text(in: language))")
        lines.append("    \(concerns.text(in: language)) \(change.concerned.text(in: language))")
      }
      lines.append("")
    }
    return lines + [ending.text(in: language)]
  }

  private static let heading = Text(
    """
    Édition \(Edition.current) des règles et des états.
    Un registre de l’édition 2026-1 se lit tel quel : rien n’y est réécrit, chaque fait garde \
    l’édition qui l’a jugé (`judged`), et ses points de contrôle restent bons. Les mêmes questions \
    peuvent recevoir d’autres réponses, car elles sont lues selon l’édition \(Edition.current).
    """,
    """
    Edition \(Edition.current) of the rules and the states.
    A ledger of edition 2026-1 is read as it is: nothing in it is rewritten, each fact keeps the \
    edition that judged it (`judged`), and its checkpoints remain good. The same questions may have \
    other answers, for they are read by edition \(Edition.current).
    """)

  private static let states = Text("États", "States")
  private static let rules = Text("Règles", "Rules")
  private static let persons = Text("Personnes et catalogue", "Persons and catalogue")
  private static let lists = Text("Listes et réponses", "Lists and answers")
  private static let concerns = Text("Concerne :", "Concerns:")

  private static let ending = Text(
    """
    L’empreinte de `acquis replay --digest` porte sur tous les membres de `status`, les nouveaux \
    compris : celle d’un registre plus ancien est donc nouvelle, et son édition est dite avec elle. \
    Comparez deux empreintes de la même édition seulement. Un programme de l’édition 2026-1 refuse \
    un registre où figure un type ou un champ nouveau, et le dit. Après la mise à jour : \
    `acquis findings` dit ce que les nouvelles règles trouvent dans l’historique, \
    `acquis deadlines --past` ce qui reste à faire.
    """,
    """
    The digest of `acquis replay --digest` is taken over every member of `status`, the new ones \
    included: that of an older ledger is therefore new, and its edition is printed with it. Compare \
    two digests of one edition only. A program of edition 2026-1 refuses a ledger that has a new type \
    or field, and says so. After the update: `acquis findings` reports what the new rules find in the \
    history, `acquis deadlines --past` what remains to be done.
    """)
}
