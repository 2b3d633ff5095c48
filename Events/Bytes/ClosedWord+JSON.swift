/// The closed words of the vocabulary, spelt as their raw values.
extension ClosedWord {
  public static var form: FieldForm { .word(kind: kind, allowed: allCases.map(\.rawValue)) }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try unsafe reader.token { (bytes) throws(InvalidValue) in
      // A word that is no UTF-8 becomes one that is no word either.
      try unsafe Self(String(decoding: bytes, as: UTF8.self))
    }
  }

  public var canonicalText: String { rawValue }
}
