internal import AcquisLedger
internal import Events

/// What is told back of a command: what was understood where it is not what was typed, and the ids chosen.
struct TypedAnswer {
  private let told: [Text]
  private let ids: [String]
  private let key: String?

  /// - Parameters:
  ///   - ids: those chosen for ids left out, in the order of the facts.
  ///   - key: the key of their field.
  init(_ told: [Text] = [], _ ids: [String] = [], key: String? = nil) {
    (self.told, self.ids, self.key) = (told, ids, key)
  }

  /// A line for each thing understood, and one for the ids.
  var lines: [Text] {
    guard let key, !ids.isEmpty else { return told }
    return told + [FieldLabels.line(key, Text(verbatim: ids.joined(separator: ", ")))]
  }

  /// The member of a JSON answer; none if no id was chosen.
  var members: [JSONMember] {
    ids.isEmpty ? [] : [JSONMember("ids", .list(ids.map { .string($0) }))]
  }
}
