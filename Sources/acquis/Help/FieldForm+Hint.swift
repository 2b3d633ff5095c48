internal import AcquisLedger
internal import Events

extension FieldForm {
  /// The fields of an object, or of the objects of a list.
  var parts: [Field] {
    switch clear {
    case .object(let fields): fields
    case .list(let element): element.parts
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean, .word, .text, .recordedText, .sealed:
      []
    }
  }

  /// How a value is typed, after what the field is; nil where that says it all.
  var hint: Text? {
    switch clear {
    case .identifier(let kind, let sample): Self.hint(ofKind: kind, sample)
    case .eventID: Text("un identifiant d’entrée (UUID)", "an entry’s id (UUID)")
    case .subject: Text("comme `candidacy:D-2026-001`", "as `candidacy:D-2026-001`")
    case .day: Text("JJ/MM/AAAA ou AAAA-MM-JJ", "YYYY-MM-DD or DD/MM/YYYY")
    case .birthDate:
      Text(
        "AAAA, AAAA-MM ou AAAA-MM-JJ, selon ce qui est connu",
        "YYYY, YYYY-MM or YYYY-MM-DD, as far as it is known")
    case .siret: Text("14 chiffres", "14 digits")
    case .certificateNumber: Text("de 1 à 64 caractères", "1 to 64 characters")
    case .characters(let least, let most):
      least == most
        ? Text.count(most, .character)
        : Text(
          "de \(least) à \(Text.count(most, .character).french)", "\(least) to \(most) characters")
    case .wholeNumber: Text("un nombre entier", "a whole number")
    case .boolean: Text("oui ou non", "true or false")
    case .word: Text("un de ces mots :", "one of these words:")
    case .text, .recordedText, .sealed, .object: nil
    case .list(let element): Self.hint(ofListOf: element)
    }
  }

  /// Whether lines follow that explain the value: closed words, or the fields of a list's elements.
  var isFollowed: Bool {
    if closedList != nil { return true }
    guard case .list(let element) = clear else { return false }
    return element.isComposite
  }

  private static func hint(ofListOf element: FieldForm) -> Text {
    if let sample = TypedOrder(of: element)?.sample {
      return Text(
        "une liste, séparée par des virgules, chacun comme \(sample.french), ou en JSON ; de chacun :",
        "a list, separated by commas, each as \(sample.english), or as JSON; of each:")
    }
    if element.isComposite {
      return Text("une liste ; de chacun :", "a list; of each:")
    }
    if element.closedList != nil {
      return Text(
        "un ou plusieurs de ces mots, séparés par des virgules :",
        "one or more of these words, separated by commas:")
    }
    let list = Text(
      "plusieurs se séparent par des virgules", "several are separated by commas")
    return element.hint.map { $0.then(list) } ?? list
  }

  private static func hint(ofKind kind: String, _ sample: String) -> Text {
    switch kind {
    case BlockKind.name: Text("comme \(sample), ou BC01", "as \(sample), or BC01")
    case CertificationKind.name: Text("comme \(sample), ou 38052", "as \(sample), or 38052")
    case CompetencyKind.name, ActivityKind.name, PrerequisiteKind.name:
      Text("comme \(sample)", "as \(sample)")
    default: Text("un identifiant, comme \(sample)", "an id, as \(sample)")
    }
  }

  /// When the log stores it sealed; nil if never.
  var sealing: Text? {
    switch self {
    case .sealed: Text("scellé", "sealed")
    case .recordedText:
      Text("scellé s’il concerne une personne", "sealed where it is about a person")
    case .identifier, .eventID, .subject, .day, .birthDate, .siret, .certificateNumber,
      .characters, .wholeNumber, .boolean, .word, .text, .list, .object:
      nil
    }
  }
}
