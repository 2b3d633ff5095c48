/// A value with exactly one canonical JSON encoding.
public protocol CanonicalValue {
  /// - Throws: ``ReadingFailure`` where the bytes are not the encoding of such a value.
  init(from reader: inout CanonicalReader) throws(ReadingFailure)
  func write(to writer: inout CanonicalWriter)
}

extension CanonicalValue {
  /// The canonical bytes of the value alone.
  public var canonicalBytes: [UInt8] {
    var writer = CanonicalWriter()
    write(to: &writer)
    return writer.bytes
  }
}

extension Bool: FieldValue {
  public static var form: FieldForm { .boolean }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.boolean()
  }

  public func write(to writer: inout CanonicalWriter) { writer.raw(self ? "true" : "false") }
}

extension CanonicalReader {
  /// Reads an integer and builds a value from it.
  mutating func number<Value>(
    _ make: (Int) throws(InvalidValue) -> Value
  ) throws(ReadingFailure) -> Value {
    let number = try integer()
    do throws(InvalidValue) {
      return try make(number)
    } catch {
      throw ReadingFailure(.invalid(error))
    }
  }
}

extension Count: FieldValue {
  public static var form: FieldForm { .wholeNumber }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.number { (number) throws(InvalidValue) in try Self(number) }
  }

  public func write(to writer: inout CanonicalWriter) { writer.integer(value) }
}

extension Minutes: FieldValue {
  public static var form: FieldForm { .wholeNumber }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.number { (number) throws(InvalidValue) in try Self(number) }
  }

  public func write(to writer: inout CanonicalWriter) { writer.integer(value) }
}

extension NonEmpty: CanonicalValue where Element: CanonicalValue {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    let elements: [Element] = try reader.list()
    do throws(InvalidValue) {
      try self.init(elements)
    } catch {
      throw ReadingFailure(.invalid(error))
    }
  }

  public func write(to writer: inout CanonicalWriter) { writer.list(elements) }
}

extension NonEmpty: FieldValue where Element: FieldValue {
  public static var form: FieldForm { .list(of: Element.form) }
}
