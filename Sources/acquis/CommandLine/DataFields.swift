internal import AcquisLedger
internal import Events

/// The data of an event given as words, `field=value`: `block=3474D1`, `excused=true`,
/// `present=M-1,M-2`, `source.candidacy=D-1`, `members=[{…}]`.
///
/// A value is read as the form that the table of the type's fields gives there; under a key that the
/// table does not have it is a text, for the event's own reading to name it.
struct DataFields {
  private(set) var data: JSONValue

  /// The most bytes of all fields together: an event has fewer, once read.
  private static let limit = 4 * EncodedEvent.limit

  /// - Parameters:
  ///   - type: the event's type; nil for a word that is none, which the event's reading names.
  ///   - data: what the fields are put into.
  /// - Throws: ``Failure/usage(_:)`` naming by its number a word without `=`, a field given twice or
  ///   one nested deeper than JSON may be, or where they are longer than any event.
  init(
    _ words: [String], of type: EventType?, into data: JSONValue = .object([])
  ) throws(Failure) {
    self.data = data
    guard words.reduce(0, { $0 + $1.utf8.count }) <= Self.limit else {
      throw .usage(
        Text(
          "les champs dépassent ensemble \(Self.limit) octets",
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
