/// A signed text (C2SP signed-note): a text that ends in a newline, an empty line, and one or more
/// lines `— name base64(id ‖ signature)`.
///
/// Parsing proves nothing about the text: call ``verified(by:)``.
public struct SignedNote: Sendable {
  /// The longest note that is parsed or created, in bytes.
  public static var maximumLength: Int { 1 << 20 }
  /// The largest number of signatures; the specification requires at least 16.
  public static var maximumSignatures: Int { 100 }

  /// Including the last newline. Anyone may have written it.
  public let unverifiedText: String
  /// At least one, in the order of the note.
  public let signatures: [NoteSignature]

  init(text: String, signatures: [NoteSignature]) throws(NoteFailure) {
    guard text.utf8.last == newline, text.utf8.allSatisfy(isNoteByte) else { throw .notText }
    guard signatures.count <= Self.maximumSignatures else {
      throw .tooManySignatures(limit: Self.maximumSignatures)
    }
    unverifiedText = text
    self.signatures = signatures
    guard bytes.count <= Self.maximumLength else { throw .tooLong(limit: Self.maximumLength) }
  }

  /// Parses a note; ``bytes`` then returns the same bytes. Verifies no signature.
  ///
  /// - Throws: ``NoteFailure`` for a malformed note.
  public init(parsing bytes: [UInt8]) throws(NoteFailure) {
    guard bytes.count <= Self.maximumLength else { throw .tooLong(limit: Self.maximumLength) }
    guard bytes.allSatisfy(isNoteByte), String(validating: bytes, as: UTF8.self) != nil else {
      throw .notText
    }
    guard bytes.last == newline,
      let end = bytes.indices.dropLast().last(where: {
        bytes[$0] == newline && bytes[$0 + 1] == newline
      })
    else { throw .unsigned }
    let lines = bytes[(end + 2)...].split(separator: newline)
    guard !lines.isEmpty else { throw .unsigned }
    guard lines.count <= Self.maximumSignatures else {
      throw .tooManySignatures(limit: Self.maximumSignatures)
    }
    var signatures: [NoteSignature] = []
    for line in lines {
      guard let signature = NoteSignature(parsing: line) else {
        throw .malformedSignature(number: signatures.count + 1)
      }
      signatures.append(signature)
    }
    unverifiedText = String(decoding: bytes[...end], as: UTF8.self)
    self.signatures = signatures
  }

  /// The note in its text format, for storage and transmission.
  public var bytes: [UInt8] {
    Array(unverifiedText.utf8) + [newline] + signatures.flatMap { Array($0.line.utf8) }
  }
}

extension SignedNote: Equatable {
  public static func == (left: Self, right: Self) -> Bool {
    left.signatures == right.signatures
      && left.unverifiedText.utf8.elementsEqual(right.unverifiedText.utf8)
  }
}
