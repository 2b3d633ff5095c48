internal import Access
internal import AcquisLedger
internal import Documents
internal import Events
internal import Projections
internal import Rules

/// The words that may stand in a place of the command line, whatever they begin with.
struct CompletionValues {
  private let context: CompletionContext
  private let language: Language
  private let ids: CompletionIDs

  init(_ context: CompletionContext, _ language: Language) {
    self.context = context
    self.language = language
    ids = CompletionIDs(at: context.ledgerPath)
  }

  var words: [String] {
    switch context.place {
    case .command: Acquis.commands.map(\.name)
    case .subcommand(let group): group.commands.map(\.lastWord)
    case .option(let command): command.allOptions.map { "--" + $0.name }
    case .value(let option, let prefix): values(of: option).map { prefix + $0 }
    case .argument(let argument): values(of: argument)
    case .nothing: []
    }
  }

  // MARK: Arguments

  /// By the declared word of the argument.
  private func values(of argument: Command.Argument) -> [String] {
    switch argument.name {
    case "COMMAND":
      return Acquis.commands.map(\.name) + HelpTopic.allCases.map(\.rawValue) + Self.types
    case "WORD": return secondWords
    case "TYPE": return Self.types
    case "FIELD=VALUE": return fieldWords
    case "CANDIDACY": return ids.candidacies
    case "CANDIDATE": return ids.candidates
    case "JURY": return ids.juries
    case "CODE", "CERTIFICATION": return ids.certifications
    case "NUMBER": return ids.numbers
    case "SUBJECT": return subjects
    case "WHO|ID": return ids.grants
    case "FORMAT": return ExportFormat.allCases.map(\.rawValue)
    default: return []
    }
  }

  private static let types = RecordTypes.groups.flatMap(\.types).map(\.rawValue)

  /// The words after the first one of `help`.
  private var secondWords: [String] {
    guard let first = context.positional.first else { return [] }
    if first == Command.record.name { return Self.types }
    if first == HelpTopic.completions.rawValue {
      return CompletionScript.allCases.map(\.rawValue)
    }
    return Acquis.commands.first { $0.name == first }?.commands.map(\.lastWord) ?? []
  }

  /// Kinds of subjects, then subjects of the kind typed.
  private var subjects: [String] {
    let kinds = [
      ("candidacy:", ids.candidacies), ("candidate:", ids.candidates), ("jury:", ids.juries),
      ("certification:", ids.certifications),
    ]
    guard let kind = kinds.first(where: { context.current.hasPrefix($0.0) }) else {
      return kinds.map(\.0)
    }
    return kind.1.map { kind.0 + $0 }
  }

  // MARK: Options

  private func values(of option: Command.Option) -> [String] {
    switch option.name {
    case "lang": ["fr", "en"]
    case "csv": ["fr"]
    case "type": Self.types
    case "subject": subjects
    case "certification", "for": ids.certifications
    case "flow": ids.flows
    case "pathway": closedWords(ClosedList.byKind[Pathway.kind])
    case "missing": ids.blocks(of: nil, isShort: false)
    case "status", "only": CandidacyStatus.allCases.map(\.rawValue)
    case "state": CompletionWindow.Status.allCases.map(\.rawValue)
    case "declaration": DeclarationFilter.allCases.map(\.rawValue)
    case "role": closedWords(ClosedList(Role.title, Role.explained))
    case "by" where context.command?.name == Command.accessOpened.name: ids.grantees
    case "kind": LetterKind.allCases.map(\.rawValue)
    case "except": ids.candidacies
    case "member": ids.members
    case "waive", "rule": RuleBook.rules.map { "\($0.id)" }
    case "to" where context.command?.name == Command.certification.name: ids.certifications
    case "certificate" where option.value != nil: ids.numbers
    default: []
    }
  }

  private func closedWords(_ list: ClosedList?) -> [String] {
    guard let list else { return [] }
    let typed = list.words.map { $0.shown.text(in: language) }
    return typed + list.words.map(\.value)
  }

  // MARK: Fields

  /// The type that the fields are of: the one typed, or that of the entry to correct.
  private var type: EventType? {
    guard let word = context.positional.first else { return nil }
    return EventType(rawValue: word) ?? ids.type(ofEntry: word)
  }

  /// The fields given before, by their name.
  private var given: [String: String] {
    context.positional.dropFirst().reduce(into: [:]) { fields, word in
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2 { fields[parts[0]] = parts[1] }
    }
  }

  /// The fields of the type, or the values of the one typed.
  private var fieldWords: [String] {
    guard let type else { return [] }
    guard let end = context.current.firstIndex(of: "=") else {
      let grid = type == .competencyAssessed ? ["block", "except"] : []
      let given = given
      return (type.columns.map(\.name) + grid).filter { given[$0] == nil }.map { $0 + "=" }
    }
    let name = String(context.current[..<end])
    let path = name.split(separator: ".").map(String.init)
    // A list is completed element by element.
    let typed = context.current[context.current.index(after: end)...]
    let kept = typed.lastIndex(of: ",").map { typed[...$0] } ?? ""
    let prefix = "\(name)=\(kept)"
    if type == .competencyAssessed, name == "block" || name == "except" {
      let values = name == "block" ? blocks(typed) : ids.competencies(of: certification)
      return values.map { prefix + $0 }
    }
    guard let form = type.fields.field(at: path[...])?.form else { return [] }
    return values(of: form, typed).map { prefix + $0 }
  }

  private func values(of form: FieldForm, _ typed: Substring) -> [String] {
    switch form.clear {
    case .identifier(let kind, _): identifiers(kind, typed)
    case .subject: subjects
    case .certificateNumber: ids.numbers
    case .boolean: language == .french ? ["oui", "non", "true", "false"] : ["true", "false"]
    case .word: closedWords(form.closedList)
    case .list(let element): element.isComposite ? [] : values(of: element, typed)
    case .eventID, .day, .birthDate, .siret, .characters, .wholeNumber, .text, .recordedText,
      .sealed, .object:
      []
    }
  }

  private func identifiers(_ kind: String, _ typed: Substring) -> [String] {
    switch kind {
    case CandidacyKind.name: ids.candidacies
    case CandidateKind.name: ids.candidates
    case JuryKind.name: ids.juries
    case CertificationKind.name: ids.certifications
    case BlockKind.name: blocks(typed)
    case CompetencyKind.name: ids.competencies(of: certification)
    case PrerequisiteKind.name: ids.prerequisites(of: certification)
    case MemberKind.name: ids.members
    case FlowKind.name: ids.flows
    default: []
    }
  }

  /// The certification that the fields given before belong to; nil if they do not say.
  private var certification: CertificationCode? {
    let given = given
    return given["certification"].flatMap { try? CertificationCode($0) }
      ?? ids.certification(ofCandidacy: given["candidacy"], jury: given["jury"])
  }

  private func blocks(_ typed: Substring) -> [String] {
    let code = certification
    return ids.blocks(of: code, isShort: code != nil) + ids.blocks(of: code, isShort: false)
  }
}
