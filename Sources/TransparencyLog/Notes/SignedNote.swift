/// A text with signatures under it (C2SP signed-note): a text that ends in a newline, an empty line,
/// and one or more lines `— name base64(id ‖ signature)`.
///
/// What was read says nothing until ``verified(by:)`` has found a known key's signature under it.
public struct SignedNote: Sendable {
  /// The bytes of the longest note that is read or made.
  public static var maximumLength: Int { 1 << 20 }
  /// The most signatures a note may have; the specification asks that 16 be taken.
  public static var maximumSignatures: Int { 100 }

  /// The text, its last newline included. Anyone may have written it.
  public let unverifiedText: String
  /// The signatures, one at least, in their order.
  public let signatures: [NoteSignature]

  init(text: String, signatures: [NoteSignature]) throws(NoteFailure) {
    guard text.utf8.last == newline, text.utf8.allSatisfy(isAllowed) else { throw .notText }
    guard signatures.count <= Self.maximumSignatures else {
      throw .tooManySignatures(limit: Self.maximumSignatures)
    }
    unverifiedText = text
    self.signatures = signatures
    guard bytes.count <= Self.maximumLength else { throw .tooLong(limit: Self.maximumLength) }
  }

  /// A note from its bytes, which ``bytes`` writes again one for one.
  ///
  /// - Throws: ``NoteFailure`` for a note that is malformed; no signature is verified.
  public init(parsing bytes: [UInt8]) throws(NoteFailure) {
    guard bytes.count <= Self.maximumLength else { throw .tooLong(limit: Self.maximumLength) }
    guard bytes.allSatisfy(isAllowed), String(validating: bytes, as: UTF8.self) != nil else {
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

  /// The note as it is stored and sent.
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
