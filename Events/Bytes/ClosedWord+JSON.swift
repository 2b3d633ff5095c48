/// Closed words are encoded as their raw values.
extension ClosedWord {
  public static var form: FieldForm { .word(kind: kind, allowed: allCases.map(\.rawValue)) }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try unsafe reader.token { (bytes) throws(InvalidValue) in
      // Invalid UTF-8 is repaired to text that is no allowed word, so it is refused too.
      try unsafe Self(String(decoding: bytes, as: UTF8.self))
    }
  }

  public var canonicalText: String { rawValue }
}
