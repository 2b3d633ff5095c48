internal import Events
internal import Vault

/// A text about a person on its way to being sealed.
struct ConfidentialText {
  /// The keys and indices that lead to it in the event: `data`, `members`, `2`, `name`.
  let path: [String]
  /// Whose key seals it.
  let person: Person
  /// What is sealed: a text's UTF-8, an identity's canonical bytes.
  let plaintext: [UInt8]

  /// The field's name as the seal binds it: the path within the data.
  var field: String { (path.first == "data" ? path.dropFirst() : path[...]).joined(separator: ".") }

  /// Reads what is given at a path of an event.
  ///
  /// - Parameter person: whom it is about; nil where it is about no one.
  /// - Returns: nil where nothing is given, or where it is about no one and stays in clear.
  /// - Throws: ``ReadingFailure`` with the path, and what `person` throws.
  init?(
    at path: [String], _ content: SealedContent, in event: JSONValue,
    about person: () throws -> Person?
  ) throws {
    guard let given = event.value(at: path[...]) else { return nil }
    do {
      switch content {
      case .identity:
        guard let person = try person() else { return nil }
        let identity: Identity = try given.read()
        self.person = person
        plaintext = identity.canonicalBytes
      case .text, .memberName:
        let text: FreeText = try given.read()
        guard let person = try person() else { return nil }
        self.person = person
        plaintext = Array(text.text.utf8)
      }
    } catch let failure as ReadingFailure {
      throw ReadingFailure(failure.problem, path: path + failure.path)
    }
    self.path = path
  }
}
