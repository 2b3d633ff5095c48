internal import Events

// What a person who has never seen a plan reads first.

extension PlanWriter {
  mutating func writeIntroduction() {
    let file = PlanQuote.onOneLine(notes.file)
    add(
      comment: file.isEmpty
        ? Text("Plan de reprise d’un tableur", "Plan of a spreadsheet’s import")
        : Text("Plan de reprise de « \(file) »", "Plan of the import of \"\(file)\""))
    lines.append("#")
    add(
      comment: Text(
        "Ce plan dit comment lire le tableur : ce qu’est chaque colonne, ce que veut dire chaque mot, "
          + "et ce que le tableur ne dit pas. Il se corrige avec un éditeur de texte, puis s’essaie :",
        "This plan says how the spreadsheet is read: what each column is, what each word means, and "
          + "what the spreadsheet does not say. Correct it with a text editor, then try it:"))
    lines.append("#     acquis import \(typed(file)) --plan PLAN --dry-run")
    add(
      comment: Text(
        "L’essai dit tout ce qui serait fait et n’enregistre rien ; la même commande sans `--dry-run` "
          + "enregistre. Le plan sert encore au prochain tableur de la même forme.",
        "The trial says everything that would be done and records nothing; the same command without "
          + "`--dry-run` records. The plan serves again for the next spreadsheet of the same form.")
    )
    lines.append("#")
    for rule in Self.rules { add(comment: rule) }
    if !notes.findings.isEmpty {
      lines.append("#")
      add(comment: Text("Dans ce tableur :", "In this spreadsheet:"))
      for finding in notes.findings {
        add(comment: Text("- \(finding.french)", "- \(finding.english)"))
      }
    }
  }

  private static let rules = [
    Text(
      "Un ? est une question ouverte : écrire la réponse à sa place. Dans [feuille] et [colonnes], "
        + "rien n’est enregistré tant qu’il en reste ; dans [mots …], les cellules de ce mot sont "
        + "laissées et comptées, et le reste de leur ligne est repris.",
      "A ? is an open question: write the answer in its place. In [sheet] and [columns] nothing is "
        + "recorded while one is left; in [words …] the cells of this word are left out and counted, "
        + "and the rest of their row is imported."),
    Text(
      "Un # en début de ligne, ou après deux blancs, commence un commentaire : il n’est pas lu.",
      "A # at a line’s start, or after two blanks, begins a comment: it is not read."),
    Text(
      "Un intitulé ou un mot qui contient =, # ou | s’écrit entre « … ».",
      "A heading or a word that contains =, # or | is written within « … »."),
    Text(
      "Une ligne peut être ôtée. Majuscules, accents et apostrophes ne comptent pas.",
      "A line may be removed. Capitals, accents and apostrophes do not count."),
  ]

  /// A file's name as it is typed in a command.
  private func typed(_ file: String) -> String {
    if file.isEmpty { return Text("TABLEUR", "SHEET").raw(in: language) }
    let isPlain = file.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || "0123456789._-/".unicodeScalars.contains(scalar)
    }
    return isPlain ? file : "'\(file.replacing("'", with: "'\\''"))'"
  }
}
