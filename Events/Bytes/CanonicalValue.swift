/// A value with one canonical spelling.
public protocol CanonicalValue {
  /// - Throws: ``ReadingFailure`` where the bytes are not this value's.
  init(from reader: inout CanonicalReader) throws(ReadingFailure)
  /// Writes the value's one spelling.
  func write(to writer: inout CanonicalWriter)
}

extension CanonicalValue {
  /// The value's canonical bytes, alone.
  public var canonicalBytes: [UInt8] {
    var writer = CanonicalWriter()
    write(to: &writer)
    return writer.bytes
  }
}

/// A value whose spelling is an object.
public protocol CanonicalObject: CanonicalValue {
  /// Reads the members in the order of their keys.
  init(members reader: inout CanonicalReader) throws(ReadingFailure)
  /// Writes the members in the order of their keys.
  func writeMembers(to writer: inout CanonicalWriter)
}

extension CanonicalObject {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.object { (reader) throws(ReadingFailure) in try Self(members: &reader) }
  }

  public func write(to writer: inout CanonicalWriter) {
    writer.object { writeMembers(to: &$0) }
  }
}

extension Bool: CanonicalValue {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    self = try reader.boolean()
  }

  public func write(to writer: inout CanonicalWriter) { writer.raw(self ? "true" : "false") }
}

extension Count: CanonicalValue {
  public init(from reader: inout CanonicalReader) throws(ReadingFailure) {
    let number = try reader.integer()
    do throws(InvalidValue) {
      try self.init(number)
    } catch {
      throw ReadingFailure(.invalid(error))
    }
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
