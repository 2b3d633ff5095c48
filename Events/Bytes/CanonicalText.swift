/// A value spelt as a string: an id, a day, a word, a free text.
public protocol CanonicalText: CanonicalValue {
  /// The string it is spelt as.
  var canonicalText: String { get }
}

extension CanonicalText {
  public func write(to writer: inout CanonicalWriter) { writer.string(canonicalText) }
}

extension Identifier: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.token { (bytes) throws(InvalidValue) in try Self(utf8: bytes) }
  }

  public var canonicalText: String { text }
}

extension CalendarDate: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.token { (bytes) throws(InvalidValue) in try Self(utf8: bytes) }
  }

  public func write(to writer: inout CanonicalWriter) { writer.token(utf8) }

  public var canonicalText: String { description }
}

extension Instant: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.token { (bytes) throws(InvalidValue) in try Self(utf8: bytes) }
  }

  public func write(to writer: inout CanonicalWriter) { writer.token(utf8) }

  public var canonicalText: String { description }
}

extension EventID: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.token { (bytes) throws(InvalidValue) in try Self(utf8: bytes) }
  }

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

extension FreeText: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}

extension Subject: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { description }
}

extension RuleID: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { description }
}

extension Edition: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { description }
}

extension SIRET: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}

extension BirthDate: CanonicalValue, CanonicalText {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.text { (text) throws(InvalidValue) in try Self(text) }
  }

  public var canonicalText: String { text }
}
