internal import Events

/// The formats of `export`.
enum ExportFormat: String, CaseIterable {
  case jsonl

  /// The names of formats that are not available yet.
  private static let planned = ["cloudevents", "csv", "cpf"]

  /// The format's description.
  var text: Text {
    switch self {
    case .jsonl:
      Text(
        "la copie exacte, sans aucune clé, que `restore` relit",
        "the exact copy, without any key, that `restore` reads")
    }
  }

  /// - Throws: ``Failure/usage(_:)`` for an unknown name, or a format that is not available yet.
  init(_ name: String) throws(Failure) {
    guard let format = Self(rawValue: name) else {
      let reason =
        Self.planned.contains(name)
        ? Text("le format \(name) n’est pas encore écrit", "the format \(name) is not written yet")
        : Text(
          "il n’y a pas de format \(Shown.word(name))", "there is no format \(Shown.word(name))")
      throw .usage(reason.then(Self.list))
    }
    self = format
  }

  /// Every format with its description.
  static var list: Text { allCases.map { $0.text.at($0.rawValue) }.joined(separator: ", ") }
}
