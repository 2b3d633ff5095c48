internal import Events
internal import Vault

/// A text about a person, in clear, that is to be sealed.
struct ConfidentialText {
  /// Its place in the event, keys and indices: `data`, `members`, `2`, `name`.
  let path: [String]
  /// The person whose key seals it.
  let person: Person
  /// The bytes to seal: a text's UTF-8, or an identity's canonical bytes.
  let plaintext: [UInt8]

  /// The field's name as the seal binds it: the path within the data.
  var field: String { (path.first == "data" ? path.dropFirst() : path[...]).joined(separator: ".") }

  /// Reads the text at a path of an event.
  ///
  /// - Parameter person: returns the person that it is about; nil if it is about nobody.
  /// - Returns: nil if there is no text, or it is about nobody and stays in clear.
  /// - Throws: ``ReadingFailure`` with the path, and the errors of `person`.
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
