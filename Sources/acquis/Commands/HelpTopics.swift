internal import AcquisLedger
internal import Events
internal import Projections
internal import Rules

/// The topics of `help` other than commands, generated from the commands' declarations and the vocabulary.
enum HelpTopic: String, CaseIterable {
  case vocabulary
  case rules
  case edition
  /// A completion script for bash.
  case completions
  /// A manual page, in the format of `man`.
  case manual

  /// Its line in the list of commands.
  var summary: Text {
    switch self {
    case .vocabulary: Text("les mots du domaine", "the words of the domain")
    case .rules: Text("les règles et leurs sources", "the rules and their sources")
    case .edition:
      Text(
        "ce que l’édition a changé, et pour qui une réponse peut différer",
        "what the edition changed, and for whom an answer may differ")
    case .completions:
      Text("un script de complétion pour bash", "a completion script for bash")
    case .manual: Text("une page de manuel, pour man -l", "a manual page, for man -l")
    }
  }

  func lines(in language: Language) -> [String] {
    switch self {
    case .vocabulary: Self.vocabularyLines(in: language)
    case .rules: Self.ruleLines(in: language)
    case .edition: EditionNote.lines(in: language)
    case .completions: Self.completionLines
    case .manual: Self.manualLines(in: language)
    }
  }

  private static func ruleLines(in language: Language) -> [String] {
    RuleBook.rules.flatMap { rule in
      let severity = severity(of: rule)
      return [
        "\(rule.id)  \(rule.sentence.text(in: language))",
        "     "
          + Text(
            "\(rule.source.french) ; \(severity.french)",
            "\(rule.source.english); \(severity.english)"
          ).text(in: language),
      ]
    }
  }

  /// The severity of a rule; each with its event types if it depends on the type.
  private static func severity(of rule: any Rule) -> Text {
    let severities = RuleBook.severities(of: rule)
    let wordings = severities.map { severity, types in
      let wording =
        switch severity {
        case .refuses(waivable: true):
          Text("refuse, sauf dérogation motivée", "refuses, unless waived with a reason")
        case .refuses(waivable: false): Text("refuse toujours", "always refuses")
        case .finds: Text("signale", "reports")
        }
      if severities.count == 1 { return wording }
      let names = types.map(\.rawValue).joined(separator: ", ")
      return Text("\(wording.french) (\(names))", "\(wording.english) (\(names))")
    }
    return Text(
      wordings.map(\.french).joined(separator: " ; "),
      wordings.map(\.english).joined(separator: "; "))
  }

  private static func vocabularyLines(in language: Language) -> [String] {
    let terms: [(String, Text)] = [
      (
        "bloc",
        Text(
          "partie d’une certification qui s’acquiert séparément : bloc de compétences, composante",
          "a part of a certification that can be acquired on its own: block, composante")
      ),
      (
        "jury",
        Text(
          "groupe de personnes qui valide ou refuse des blocs ; un jury ne tient qu’une session",
          "the group that validates or refuses blocks; a jury has one session")
      ),
      (
        "VAE",
        Text(
          "validation des acquis de l’expérience (valeur du champ pathway : experience)",
          "validation of prior experience (value of the field pathway: experience)")
      ),
      (
        "recevabilité",
        Text(
          "décision qui admet ou non une personne à un parcours de VAE (AdmissibilityDecided)",
          "the decision whether a person is admitted to VAE (AdmissibilityDecided)")
      ),
      (
        "délai",
        Text(
          "temps donné pour compléter une certification partielle, dernier jour compris (cinq ans pour les deux certifications du catalogue)",
          "window: the time to complete a partial certification, last day included (five years for the two of the catalogue)"
        )
      ),
      (
        "occurredOn, recordedAt",
        Text(
          "le jour où le fait a pris effet, l’instant où le registre l’a enregistré",
          "the day a fact took effect, the instant the ledger recorded it")
      ),
    ]
    let statuses = CandidacyStatus.allCases.map { ($0.rawValue, $0.text) }
    let blocks = BlockStatus.allCases.map { ($0.rawValue, $0.text) }
    let pathways = Pathway.allCases.map { ($0.rawValue, $0.text) }
    func section(_ title: Text, _ rows: [(String, Text)]) -> [String] {
      let width = rows.map(\.0.count).max() ?? 0
      return [title.text(in: language)]
        + rows.map { word, meaning in
          "  \(word)\(String(repeating: " ", count: width - word.count))  \(meaning.text(in: language))"
        } + [""]
    }
    return section(Text("Mots", "Words"), terms)
      + section(Text("États d’une candidature", "States of a candidacy"), statuses)
      + section(Text("États d’un bloc", "States of a block"), blocks)
      + section(Text("Voies d’accès", "Pathways"), pathways)
  }

  private static var completionLines: [String] {
    let names = Acquis.commands.map(\.name).joined(separator: " ")
    // By the number of words before the completed one, and the first two of them.
    let cases = Acquis.commands.flatMap { command in
      let second = command.commands.map(\.lastWord).joined(separator: " ")
      let group = second.isEmpty ? [] : ["    2\\ \(command.name)\\ *) words=\"\(second)\" ;;"]
      return group
        + command.leaves.map { leaf in
          let options = leaf.allOptions.map { "--" + $0.name }.joined(separator: " ")
          let words = leaf.name == "help" ? names + " " + topics : options
          let word = second.isEmpty ? "*" : leaf.lastWord
          return "    *\\ \(command.name)\\ \(word)) words=\"\(words)\" ;;"
        }
    }
    return [
      "# acquis help completions > /etc/bash_completion.d/acquis",
      "_acquis() {", "  local words=\"\"", "  if [ \"$COMP_CWORD\" -eq 1 ]; then",
      "    words=\"\(names)\"", "  else case \"$COMP_CWORD ${COMP_WORDS[1]} ${COMP_WORDS[2]}\" in",
    ] + cases + [
      "  esac; fi",
      "  COMPREPLY=($(compgen -W \"$words\" -- \"${COMP_WORDS[COMP_CWORD]}\"))",
      "}", "complete -o default -F _acquis acquis",
    ]
  }

  private static var topics: String { allCases.map(\.rawValue).joined(separator: " ") }

  private static func manualLines(in language: Language) -> [String] {
    var lines = [
      ".TH ACQUIS 1 \"\" \"\(Edition.current)\"", ".SH " + Text("NOM", "NAME").text(in: language),
      "acquis \\- "
        + Text("registre de certification", "a certification ledger").text(in: language),
      ".SH SYNOPSIS", ".B acquis", "COMMAND [\\-\\-ledger WHERE] [\\-\\-json] ...",
      ".SH " + Text("COMMANDES", "COMMANDS").text(in: language),
    ]
    for command in Acquis.commands.flatMap(\.leaves) {
      lines += [
        ".TP", ".B \(escaped(command.usage))", escaped(command.summary.text(in: language)) + ".",
      ]
      lines += command.allOptions.filter { option in
        !Command.everywhere.contains { $0.name == option.name }
      }.map { ".br\n\(escaped("--" + $0.name)): \(escaped($0.help.text(in: language)))." }
    }
    lines += [
      ".SH " + Text("CODE DE SORTIE", "EXIT STATUS").text(in: language),
      Text(
        "0 fait ; 1 une règle ou un contrôle dit non ; 2 commande ou donnée incorrecte ; 3 registre absent, verrouillé ou endommagé.",
        "0 done; 1 a rule or a check says no; 2 wrong call or input; 3 the ledger is missing, locked or damaged."
      ).text(in: language),
    ]
    return lines
  }

  private static func escaped(_ text: String) -> String {
    text.map { $0 == "-" ? "\\-" : $0 == "\\" ? "\\\\" : String($0) }.joined()
  }
}
