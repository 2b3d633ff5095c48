internal import Events

/// The forms in which a ledger is copied for others.
enum ExportFormat: String, CaseIterable {
  case jsonl

  /// Names that are promised, and refused until they are written.
  private static let planned = ["cloudevents", "csv", "cpf"]

  /// What it is.
  var text: Text {
    switch self {
    case .jsonl:
      Text(
        "la copie exacte, sans aucune clé, que `restore` relit",
        "the exact copy, without any key, that `restore` reads")
    }
  }

  /// The form of a name.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a name of none, or of one that is not written yet.
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

  /// Every form, with what it is.
  static var list: Text { allCases.map { $0.text.at($0.rawValue) }.joined(separator: ", ") }
}
