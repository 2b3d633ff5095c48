/// A word of a closed list, spelt in the log as its raw value.
public protocol ClosedWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable,
  CanonicalText, FieldValue
{
  /// The kind of word, for an error: `pathway`.
  static var kind: String { get }
}

extension ClosedWord {
  /// The error that names every word allowed.
  public static var expected: InvalidValue {
    .word(kind: kind, allowed: allCases.map(\.rawValue))
  }

  /// - Throws: ``InvalidValue/word(kind:allowed:)``, naming every word allowed.
  public init(_ text: String) throws(InvalidValue) {
    guard let word = Self(rawValue: text) else { throw Self.expected }
    self = word
  }
}
