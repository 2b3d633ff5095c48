/// A source of an object's members, requested in the order of their keys.
///
/// An object's ``FieldObject/init(fields:)`` is the only table of its fields: with a
/// ``CanonicalReader`` it decodes them, with a ``FieldLister`` it lists them.
///
/// ```swift
/// public init(fields: inout some FieldSource) throws(ReadingFailure) {
///   candidacy = try fields.required("candidacy")
///   grounds = try fields.optional("grounds", sealed: .text)
/// }
/// ```
public protocol FieldSource {
  /// A required member.
  mutating func required<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value

  /// An optional member; nil if it is absent.
  ///
  /// - Parameter other: the key of its alternative, if exactly one of the two is required.
  mutating func optional<Value: CanonicalValue>(
    _ key: StaticString, or other: StaticString?, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value?

  /// A required member that may be `null`.
  mutating func nullable<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value?

  /// A member that the log may lack, and that what is submitted may lack only in one case.
  ///
  /// - Parameter presence: ``Field/Presence/requiredUnlessErased`` or
  ///   ``Field/Presence/requiredUnlessImported``.
  mutating func recorded<Value: CanonicalValue>(
    _ key: StaticString, _ presence: Field.Presence, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value?
}

extension FieldSource {
  /// A required member.
  @inline(__always) public mutating func required<Value: FieldValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value {
    try required(key, as: Value.form)
  }

  /// An optional member; nil if it is absent.
  @inline(__always) public mutating func optional<Value: FieldValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value? {
    try optional(key, or: nil, as: Value.form)
  }

  /// A required member that may be `null`.
  @inline(__always) public mutating func nullable<Value: FieldValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value? {
    try nullable(key, as: Value.form)
  }

  /// One of two members of which exactly one is required. The object's initialiser must check that.
  @inline(__always) public mutating func alternative<Value: FieldValue>(
    _ key: StaticString, to other: StaticString
  ) throws(ReadingFailure) -> Value? {
    try optional(key, or: other, as: Value.form)
  }

  /// A sealed member, which only a fact about an erased person may lack.
  @inline(__always) public mutating func unlessErased(
    _ key: StaticString, sealed content: SealedContent
  ) throws(ReadingFailure) -> Sealed? {
    try recorded(key, .requiredUnlessErased, as: .sealed(content))
  }

  /// A text that may be about a person, which only a fact about an erased person may lack.
  @inline(__always) public mutating func unlessErased(
    _ key: StaticString
  ) throws(ReadingFailure) -> RecordedText? {
    try recorded(key, .requiredUnlessErased, as: RecordedText.form)
  }

  /// A member that only an imported fact may lack.
  @inline(__always) public mutating func unlessImported<Value: FieldValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value? {
    try recorded(key, .requiredUnlessImported, as: Value.form)
  }

  /// An optional sealed member; nil if it is absent.
  @inline(__always) public mutating func optional(
    _ key: StaticString, sealed content: SealedContent
  ) throws(ReadingFailure) -> Sealed? {
    try optional(key, or: nil, as: .sealed(content))
  }
}

/// What a sealed member contains, and whose key it is sealed under.
public enum SealedContent: Hashable, Sendable {
  /// A text about the person that the event concerns, under that person's key.
  case text
  /// The ``Identity`` of the person that the event concerns, under that person's key.
  case identity
  /// The name of the jury member whose id is in the same object, under that member's key.
  case memberName
}
