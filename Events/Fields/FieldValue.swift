/// A value that can be a field's.
public protocol FieldValue: CanonicalValue {
  /// How it is written.
  static var form: FieldForm { get }
}

/// A value whose spelling is an object: an event's data, or a part of it.
///
/// Fields are asked for and written in the order of their keys; golden bytes hold the two orders
/// together. A property that is a ``Sealed`` says what is under the seal, so it is no ``FieldValue``.
public protocol FieldObject: FieldValue {
  /// Reads the fields in the order of their keys: the table of the object's fields.
  init(fields: inout some FieldSource) throws(ReadingFailure)
  /// Writes the fields in the order of their keys.
  func writeMembers(to writer: inout CanonicalWriter)
}

extension FieldObject {
  public static var form: FieldForm { .object(FieldLister.fields(of: Self.self)) }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.object { (reader) throws(ReadingFailure) in try Self(fields: &reader) }
  }

  public func write(to writer: inout CanonicalWriter) {
    writer.object { writeMembers(to: &$0) }
  }
}
