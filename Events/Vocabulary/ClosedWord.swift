/// A word of a closed list, encoded in the log as its raw value.
public protocol ClosedWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable,
  CanonicalText, FieldValue
{
  /// The name of the list, for errors: `pathway`.
  static var kind: String { get }
}

extension ClosedWord {
  /// The error that lists the allowed words.
  public static var expected: InvalidValue {
    .word(kind: kind, allowed: allCases.map(\.rawValue))
  }

  /// - Throws: ``InvalidValue/word(kind:allowed:)`` with the allowed words.
  public init(_ text: String) throws(InvalidValue) {
    guard let word = Self(rawValue: text) else { throw Self.expected }
    self = word
  }
}
