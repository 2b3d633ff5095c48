internal import Events

/// The words that stand for what is to be typed, as the help shows them in each language.
///
/// A command finds an argument by the word of its declaration, which is the English one here.
enum Placeholder {
  /// The shown word of an argument or of an option's value; nil if the table lacks it.
  ///
  /// - Parameter option: the option's name; nil for an argument.
  static func text(_ word: String, of option: String?) -> Text? {
    let french = option.flatMap { ofOption[$0] } ?? words[word]
    return french.map { Text($0.french, word) }
  }

  /// The shown word, or the declared one.
  static func shown(_ word: String, of option: String? = nil) -> Text {
    text(word, of: option) ?? Text(verbatim: word)
  }

  /// By the declared word.
  private static let words: [String: Text] = [
    "A": Text("A", "A"), "B": Text("B", "B"), "BLOCK": Text("BLOC", "BLOCK"),
    "CANDIDACY": Text("CANDIDATURE", "CANDIDACY"), "CANDIDATE": Text("PERSONNE", "CANDIDATE"),
    "CERTIFICATION": Text("CERTIFICATION", "CERTIFICATION"),
    "CHECKPOINT": Text("POINT", "CHECKPOINT"), "C": Text("CODE", "C"), "CODE": Text("CODE", "CODE"),
    "COMMAND": Text("COMMANDE", "COMMAND"), "DATE": Text("JOUR", "DATE"),
    "DAY": Text("JOUR", "DAY"), "DAYS": Text("JOURS", "DAYS"), "EVENT": Text("ENTRÉE", "EVENT"),
    "F": Text("FICHIER", "F"), "FIELD=VALUE": Text("CHAMP=VALEUR", "FIELD=VALUE"),
    "FILE": Text("FICHIER", "FILE"), "FLOW": Text("FLUX", "FLOW"),
    "FOLDER": Text("DOSSIER", "FOLDER"),
    "FORMAT": Text("FORMAT", "FORMAT"), "ID": Text("IDENTIFIANT", "ID"),
    "JSON": Text("JSON", "JSON"), "JURY": Text("JURY", "JURY"), "K": Text("CONNU", "K"),
    "ADDRESS": Text("ADRESSE", "ADDRESS"), "URL": Text("ADRESSE", "URL"),
    "KEY": Text("RÉGLAGE", "KEY"), "KIND": Text("NATURE", "KIND"), "L": Text("LANGUE", "L"),
    "M": Text("MEMBRE", "M"), "MEMBERS": Text("MEMBRES", "MEMBERS"),
    "REFERENCE": Text("RÉFÉRENCE", "REFERENCE"), "fr": Text("fr", "fr"),
    "MEMBER": Text("MEMBRE", "MEMBER"), "MONTH": Text("MOIS", "MONTH"),
    "N": Text("NOMBRE", "N"), "NAME": Text("NOM", "NAME"), "NOTE": Text("NOTE", "NOTE"),
    "NUMBER": Text("NUMÉRO", "NUMBER"), "PLACE": Text("LIEU", "PLACE"),
    "POSITION": Text("POSITION", "POSITION"), "R": Text("RÈGLE", "R"),
    "P": Text("POSITION", "P"), "RULE": Text("RÈGLE", "RULE"), "STATUS": Text("ÉTAT", "STATUS"),
    "STYLE": Text("STYLE", "STYLE"), "SUBJECT": Text("SUJET", "SUBJECT"),
    "TEXT": Text("TEXTE", "TEXT"), "TO": Text("LIEU", "TO"), "TYPE": Text("TYPE", "TYPE"),
    "UUID": Text("UUID", "UUID"),
    "VALUE": Text("VALEUR", "VALUE"), "VKEY": Text("CLÉ", "VKEY"), "WHERE": Text("OÙ", "WHERE"),
    "WHO": Text("QUI", "WHO"), "WHO|ID": Text("QUI|IDENTIFIANT", "WHO|ID"),
    "WORD": Text("MOT", "WORD"), "YEAR": Text("ANNÉE", "YEAR"),
    "CODE=TITLE": Text("CODE=INTITULÉ", "CODE=TITLE"), "ROLES": Text("RÔLES", "ROLES"),
    "SIRET:NAME": Text("SIRET:NOM", "SIRET:NAME"), "WORDS": Text("MOTS", "WORDS"),
    "YEARS": Text("ANNÉES", "YEARS"),
  ]

  /// Of options whose value is declared by one letter that means several things.
  private static let ofOption: [String: Text] = [
    "certification": Text("CODE", "CODE"), "seed": Text("GRAINE", "SEED"),
    "closing-within": Text("JOURS", "DAYS"), "declaration": Text("RÉPONSE", "ANSWER"),
    "from": Text("POSITION", "POSITION"), "pathway": Text("VOIE", "PATHWAY"),
    "role": Text("RÔLE", "ROLE"),
    "state": Text("ÉTAT", "STATE"), "status": Text("ÉTAT", "STATUS"),
    "subject": Text("SUJET", "SUBJECT"), "type": Text("TYPE", "TYPE"),
  ]
}

extension Command.Argument {
  /// Its word in the help.
  var shown: Text { Placeholder.shown(name) }
}

extension Command.Option {
  /// It and the word for its value.
  var shown: Text {
    guard let value else { return Text(verbatim: "--" + name) }
    let word = Placeholder.shown(value, of: name)
    return Text("--\(name) \(word.french)", "--\(name) \(word.english)")
  }
}

extension Command {
  /// ``usage`` with the shown words of each language.
  var shownUsage: Text {
    if !commands.isEmpty { return Text(verbatim: usage) }
    let words =
      arguments.map { argument in
        let dots = argument.isRest ? " …" : ""
        return argument.isOptional
          ? Text("[\(argument.shown.french)]\(dots)", "[\(argument.shown.english)]\(dots)")
          : Text(argument.shown.french + dots, argument.shown.english + dots)
      } + options.map { Text("[\($0.shown.french)]", "[\($0.shown.english)]") }
    return ([Text(verbatim: "acquis \(name)")] + words).joined(separator: " ")
  }

  /// A complete call, with the reason in the language.
  var shownExample: Text {
    guard let reason = exampleReason else { return Text(verbatim: example) }
    return Text(
      "\(example) --reason \"\(reason.french)\"", "\(example) --reason \"\(reason.english)\"")
  }
}
