internal import AcquisLedger
internal import Events

/// The data of an event given as words, `field=value`: `block=3474D1`, `excused=true`,
/// `present=M-1,M-2`, `source.candidacy=D-1`, `members=[{…}]`.
///
/// A value is a text first; where the event's own reading wants another kind there, it is read again as
/// that kind. So the types of the fields are declared in one place, and 3474 stays a code.
struct DataFields {
  private(set) var data: JSONValue

  /// The most bytes of all fields together: an event has fewer, once read.
  private static let limit = 4 * EncodedEvent.limit

  /// - Parameter data: what the fields are put into.
  /// - Throws: ``Failure/usage(_:)`` naming by its number a word without `=`, a field given twice or
  ///   one nested deeper than JSON may be, or where they are longer than any event.
  init(_ words: [String], into data: JSONValue = .object([])) throws(Failure) {
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
      self.data = self.data.setting(path[...], to: .string(String(parts[1])))
    }
  }

  /// Reads a value again as the kind that the event wants there.
  ///
  /// - Returns: false where it cannot be.
  mutating func adapt(to failure: ReadingFailure) -> Bool {
    guard case .wrongKind(let expected) = failure.problem, failure.path.first == "data",
      let text = data.value(at: failure.path.dropFirst())?.text,
      let value = Self.value(text, as: expected)
    else { return false }
    data = data.replacing(failure.path.dropFirst(), with: value)
    return true
  }

  private static func value(_ text: String, as expected: String) -> JSONValue? {
    if let value = try? JSONValue(parsing: Array(text.utf8)) {
      switch (value, expected) {
      case (.boolean, "true or false"), (.integer, "a whole number"), (.null, "a whole number"),
        (.list, "a list"), (.object, "an object"):
        return value
      default: break
      }
    }
    if expected == "a list", !text.isEmpty {
      return .list(
        text.split(separator: ",", omittingEmptySubsequences: false).map { .string(String($0)) })
    }
    return nil
  }
}

extension JSONValue {
  /// This object with a member set, made where there is none; as deep a recursion as the path is long.
  fileprivate func setting(_ path: ArraySlice<String>, to value: JSONValue) -> JSONValue {
    guard let step = path.first else { return value }
    if case .list(var elements) = self, let index = Int(step), elements.indices.contains(index) {
      elements[index] = elements[index].setting(path.dropFirst(), to: value)
      return .list(elements)
    }
    var members: [JSONMember] = []
    if case .object(let own) = self { members = own }
    let inner = (self[step] ?? .object([])).setting(path.dropFirst(), to: value)
    if let index = members.firstIndex(where: { $0.name == step }) {
      members[index].value = inner
    } else {
      members.append(JSONMember(step, inner))
    }
    return .object(members)
  }
}
