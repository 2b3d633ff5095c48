internal import Events

/// The formats of `export`.
enum ExportFormat: String, CaseIterable {
  case jsonl, cloudevents, csv, xlsx, cpf

  /// The format's description.
  var text: Text {
    switch self {
    case .jsonl:
      Text(
        "la copie exacte, sans aucune clé, que `restore` relit",
        "the exact copy, without any key, that `restore` reads")
    case .cloudevents:
      Text(
        "les entrées en CloudEvents 1.0, une par ligne",
        "the events as CloudEvents 1.0, one a line")
    case .csv:
      Text(
        "un dossier, un fichier par liste, avec un LISEZMOI.txt des colonnes",
        "a folder, one file a list, with a LISEZMOI.txt of the columns")
    case .xlsx:
      Text("toutes les listes dans un classeur", "every list in one workbook")
    case .cpf:
      Text(
        "le flux des certifications dues à la Caisse des Dépôts (schéma 1.1.2)",
        "the flow of the certifications owed to the Caisse des Dépôts (schema 1.1.2)")
    }
  }

  /// The options of `export` that go with it, without those of every command.
  var options: [String] {
    switch self {
    case .jsonl: ["to"]
    case .cloudevents: ["to", "known"]
    case .csv: ["to", "style", "on", "known", "names", "no-names"]
    case .xlsx: ["to", "on", "known", "names", "no-names"]
    case .cpf:
      [
        "to", "due-by", "certification", "flow", "record", "skip-incomplete", "by", "on",
        "known", "accept-clock", "names", "no-names",
      ]
    }
  }

  /// - Throws: ``Failure/usage(_:)`` for an unknown name.
  init(_ name: String) throws(Failure) {
    guard let format = Self(rawValue: name) else {
      throw .usage(
        Text(
          "il n’y a pas de format \(Shown.word(name))", "there is no format \(Shown.word(name))"
        ).then(Self.list))
    }
    self = format
  }

  /// Every format with its description.
  static var list: Text { allCases.map { $0.text.at($0.rawValue) }.joined(separator: ", ") }
}
