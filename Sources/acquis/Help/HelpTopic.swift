internal import AcquisLedger
internal import Events
internal import Rules

/// The topics of `help` other than commands, generated from the commands' declarations and the vocabulary.
enum HelpTopic: String, CaseIterable {
  case vocabulary
  case rules
  case edition
  /// A completion script for a shell.
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
      Text(
        "un script de complétion pour bash, zsh ou fish",
        "a completion script for bash, zsh or fish")
    case .manual: Text("une page de manuel, pour man -l", "a manual page, for man -l")
    }
  }

  /// - Parameter word: the word after the topic, a shell's name.
  /// - Throws: ``Failure/usage(_:)`` for a word that the topic does not take.
  func lines(in language: Language, width: Int, word: String?) throws(Failure) -> [String] {
    guard word == nil || self == .completions else {
      throw .usage(
        Text(
          "help \(rawValue) ne prend pas d’autre mot", "help \(rawValue) takes no other word"))
    }
    switch self {
    case .vocabulary: return Vocabulary.lines(in: language, width: width)
    case .rules: return Self.ruleLines(in: language, width: width)
    case .edition:
      return EditionNote.lines(in: language).flatMap { line in
        line.isEmpty
          ? [""]
          : Wrapped.lines(line, indent: line.prefix { $0 == " " }.count, width: width)
      }
    case .completions: return try CompletionScript(named: word).lines
    case .manual: return ManualPage.lines(in: language)
    }
  }

  private static func ruleLines(in language: Language, width: Int) -> [String] {
    RuleBook.rules.flatMap { rule in
      let severity = severity(of: rule)
      let source = Text(
        "\(rule.source.french) ; \(severity.french)", "\(rule.source.english); \(severity.english)")
      var table = HelpTable()
      table.add("\(rule.id)", rule.sentence.text(in: language))
      table.add("", source.text(in: language))
      return table.lines(width: width, indent: 0)
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
}
