/// A value that a field can have without being sealed.
public protocol FieldValue: CanonicalValue {
  static var form: FieldForm { get }
}

/// A value that is encoded as a JSON object: an event's data, or a part of it.
///
/// Fields are read and written in the order of their keys; tests on golden bytes check that both
/// orders agree. ``Sealed`` is not a ``FieldValue``: its table entry must state what is sealed.
public protocol FieldObject: FieldValue {
  /// Reads the fields in the order of their keys; this is the table of the object's fields.
  ///
  /// - Throws: ``ReadingFailure`` with the field that is absent, unknown or invalid.
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
