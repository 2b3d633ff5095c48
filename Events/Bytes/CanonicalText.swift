/// A value that is encoded as a JSON string: an id, a day, a word, a free text.
public protocol CanonicalText: CanonicalValue {
  /// The content of the string, before escaping.
  var canonicalText: String { get }
}

extension CanonicalText {
  public func write(to writer: inout CanonicalWriter) { writer.string(canonicalText) }
}

extension Identifier: CanonicalText, FieldValue {
  public static var form: FieldForm { .identifier(kind: Kind.name, sample: Kind.sample) }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try unsafe reader.token { (bytes) throws(InvalidValue) in try unsafe Self(utf8: bytes) }
  }

  public var canonicalText: String { text }
}

extension CalendarDate: CanonicalText, FieldValue {
  public static var form: FieldForm { .day }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try unsafe reader.token { (bytes) throws(InvalidValue) in try unsafe Self(utf8: bytes) }
  }

  public func write(to writer: inout CanonicalWriter) { writer.token { append(to: &$0) } }

  public var canonicalText: String { description }
}

extension Instant: CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try unsafe reader.token { (bytes) throws(InvalidValue) in try unsafe Self(utf8: bytes) }
  }

  public func write(to writer: inout CanonicalWriter) { writer.token { append(to: &$0) } }

  public var canonicalText: String { description }
}

extension EventID: CanonicalText, FieldValue {
  public static var form: FieldForm { .eventID }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try unsafe reader.token { (bytes) throws(InvalidValue) in try unsafe Self(utf8: bytes) }
  }

  public func write(to writer: inout CanonicalWriter) { writer.token { append(to: &$0) } }

  public var canonicalText: String { description }
}

extension CanonicalReader {
  /// Reads a string and builds a value from it.
  mutating func text<Value>(
    _ make: (String) throws(InvalidValue) -> Value
  ) throws(ReadingFailure) -> Value {
    let text = try string()
    do throws(InvalidValue) {
      return try make(text)
    } catch {
      throw ReadingFailure(.invalid(error))
    }
  }
}

extension FreeText: CanonicalText, FieldValue {
  public static var form: FieldForm { .text }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}

extension Subject: CanonicalText, FieldValue {
  public static var form: FieldForm { .subject }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { description }
}

extension RuleID: CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { description }
}

extension Edition: CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { description }
}

extension SIRET: CanonicalText, FieldValue {
  public static var form: FieldForm { .siret }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}

extension CertificateNumber: CanonicalText, FieldValue {
  public static var form: FieldForm { .certificateNumber }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}

extension DepositorClientID: CanonicalText, FieldValue {
  public static var form: FieldForm { .characters(from: 8, to: 8) }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}

extension DepositorContractID: CanonicalText, FieldValue {
  public static var form: FieldForm { .characters(from: 1, to: 20) }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}

extension BirthDate: CanonicalText, FieldValue {
  public static var form: FieldForm { .birthDate }

  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}
