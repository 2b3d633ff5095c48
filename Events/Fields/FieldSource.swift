/// Where the members of an object come from, asked for in the order of their keys.
///
/// An object's ``FieldObject/init(fields:)`` is the one table of its fields: run over canonical bytes
/// (``CanonicalReader``) it decodes them, run over a ``FieldLister`` it lists them.
///
/// ```swift
/// public init(fields: inout some FieldSource) throws(ReadingFailure) {
///   candidacy = try fields.required("candidacy")
///   grounds = try fields.optional("grounds", sealed: .text)
/// }
/// ```
public protocol FieldSource {
  /// A member that must be there.
  mutating func required<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value

  /// A member that may be left out.
  ///
  /// - Parameter other: the member that is there where this one is not; nil where neither need be.
  mutating func optional<Value: CanonicalValue>(
    _ key: StaticString, or other: StaticString?, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value?

  /// A member that must be there and may be `null`.
  mutating func nullable<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value?
}

extension FieldSource {
  /// A member that must be there.
  @inline(__always) public mutating func required<Value: FieldValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value {
    try required(key, as: Value.form)
  }

  /// A member that may be left out.
  @inline(__always) public mutating func optional<Value: FieldValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value? {
    try optional(key, or: nil, as: Value.form)
  }

  /// A member that must be there and may be `null`.
  @inline(__always) public mutating func nullable<Value: FieldValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value? {
    try nullable(key, as: Value.form)
  }

  /// One of two members of which an object has exactly one. The object checks that it has.
  @inline(__always) public mutating func alternative<Value: FieldValue>(
    _ key: StaticString, to other: StaticString
  ) throws(ReadingFailure) -> Value? {
    try optional(key, or: other, as: Value.form)
  }

  /// A sealed member that must be there.
  @inline(__always) public mutating func required(
    _ key: StaticString, sealed content: SealedContent
  ) throws(ReadingFailure) -> Sealed {
    try required(key, as: .sealed(content))
  }

  /// A sealed member that may be left out.
  @inline(__always) public mutating func optional(
    _ key: StaticString, sealed content: SealedContent
  ) throws(ReadingFailure) -> Sealed? {
    try optional(key, or: nil, as: .sealed(content))
  }
}

/// What a sealed member holds, and under whose key.
public enum SealedContent: Hashable, Sendable {
  /// A text about the person the event concerns, under that person's key.
  case text
  /// The identity of the person the event concerns, under that person's key.
  case identity
  /// The name of the jury member whose id is beside it, under that member's key.
  case memberName
}
