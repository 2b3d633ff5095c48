internal import AcquisLedger
internal import Events

/// The data of an event from words, `field=value`: `block=3474D1`, `excused=true`,
/// `present=M-1,M-2`, `source.candidacy=D-1`, `members=[{…}]`.
///
/// A value is read in the form that the type's table of fields states for the key. A key that is not in the
/// table gets a text, and is refused when the event is read.
struct DataFields {
  private(set) var data: JSONValue

  /// The most bytes of all words together; the limit of an event is lower.
  private static let limit = 4 * EncodedEvent.limit

  /// - Parameters:
  ///   - type: nil if the word is not a type, which is refused when the event is read.
  ///   - data: the value that the fields are set in.
  /// - Throws: ``Failure/usage(_:)``, naming a word by its number: one without `=`, a field given twice, or
  ///   one nested deeper than JSON may be; also if the words are longer together than any event.
  init(
    _ words: [String], of type: EventType?, into data: JSONValue = .object([])
  ) throws(Failure) {
    self.data = data
    guard words.reduce(0, { $0 + $1.utf8.count }) <= Self.limit else {
      throw .usage(
        Text(
          "les champs dépassent ensemble \(Text.count(Self.limit, .byte).french)",
          "the fields are over \(Self.limit) bytes together"))
    }
    var given: Set<String> = []
    for (index, word) in words.enumerated() {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw .usage(
          Text(
            "un champ s’écrit champ=valeur ; mot n° \(index + 1)",
            "a field is written field=value; word \(index + 1)"))
      }
      guard given.insert(String(parts[0])).inserted else {
        throw .usage(
          Text(
            "le champ \(index + 1) est donné deux fois ; une liste s’écrit a,b",
            "field \(index + 1) is given twice; a list is written a,b"))
      }
      let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      guard path.count <= JSONValue.deepest else {
        throw .usage(
          Text(
            "le champ \(index + 1) a plus de \(JSONValue.deepest) niveaux",
            "field \(index + 1) has more than \(JSONValue.deepest) levels"))
      }
      let text = String(parts[1])
      let value = type?.fields.field(at: path[...])?.value(of: text) ?? .string(text)
      self.data = self.data.setting(path[...], to: value)
    }
  }
}
