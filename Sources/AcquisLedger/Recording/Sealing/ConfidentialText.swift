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
  /// What is wrong with it, so that it may not be sealed anew; nil if nothing is.
  let defect: ReadingFailure?

  /// The field's name as the seal binds it: the path within the data.
  var field: String { (path.first == "data" ? path.dropFirst() : path[...]).joined(separator: ".") }

  /// Reads the text at a path of an event.
  ///
  /// - Parameters:
  ///   - day: the day of recording, for the check of an identity.
  ///   - person: returns the person that it is about; nil if it is about nobody.
  /// - Returns: nil if there is no text, or it is about nobody and stays in clear.
  /// - Throws: ``ReadingFailure`` with the path, and the errors of `person`.
  init?(
    at path: [String], _ content: SealedContent, in event: JSONValue,
    on day: CalendarDate, about person: () throws -> Person?
  ) throws {
    guard let given = event.value(at: path[...]) else { return nil }
    do {
      switch content {
      case .identity:
        guard let person = try person() else { return nil }
        let identity: Identity = try given.read()
        self.person = person
        plaintext = identity.canonicalBytes
        defect = identity.defect(recordedOn: day).map {
          ReadingFailure(.invalid(.identity($0.defect)), path: path + $0.path)
        }
      case .text, .memberName:
        let text: FreeText = try given.read()
        guard let person = try person() else { return nil }
        self.person = person
        plaintext = Array(text.text.utf8)
        defect =
          content == .memberName
          ? text.nameDefect.map { ReadingFailure(.invalid(.identity($0)), path: path) } : nil
      }
    } catch let failure as ReadingFailure {
      throw ReadingFailure(failure.problem, path: path + failure.path)
    }
    self.path = path
  }
}

extension ConfidentialText {
  /// The text in clear, to be kept on paper.
  func leftOut(line: Int) -> LeftOutText {
    LeftOutText(
      line: line, field: path.joined(separator: "."),
      text: String(decoding: plaintext, as: UTF8.self))
  }

  /// The problem of a text that was not sealed; for an erased person, with the field.
  func failure(_ failure: VaultFailure) -> SubmissionFailure.Problem {
    guard case .erased(let day) = failure else { return .notSealed(failure) }
    return .erased(field: path.joined(separator: "."), on: day)
  }
}
