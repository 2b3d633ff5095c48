/// A pull parser of canonical JSON: keys in order, no whitespace, one spelling for each value.
///
/// Any byte that is not the expected canonical one throws ``ReadingFailure`` with its offset.
/// Because the form is unique, a value that was read is written back to the same bytes. The bytes
/// must outlive the reader, so a reader is only passed to a closure.
///
/// Cost: one pass over the bytes; ids and words of at most 15 bytes are read without an allocation.
@safe public struct CanonicalReader {
  let bytes: UnsafeRawBufferPointer
  var offset = 0
  /// True directly after `{` or `[`, where no comma is expected.
  private var isFirst = true

  init(_ bytes: UnsafeRawBufferPointer) { unsafe self.bytes = unsafe bytes }

  /// Throws if any byte follows the value.
  func end() throws(ReadingFailure) {
    guard unsafe offset == bytes.count else {
      throw ReadingFailure(.trailingBytes(byte: offset + 1))
    }
  }

  var unexpected: ReadingFailure { ReadingFailure(.notCanonical(byte: offset + 1)) }

  /// The next byte, or nil at the end.
  @inline(__always) var next: UInt8? { unsafe offset < bytes.count ? bytes[offset] : nil }

  @inline(__always) mutating func take(_ byte: UInt8) -> Bool {
    guard unsafe offset < bytes.count, unsafe bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  /// Reads a value of the inferred type.
  @inline(__always) mutating func value<Value: CanonicalValue>() throws(ReadingFailure) -> Value {
    try Value(from: &self)
  }
}

// MARK: Objects

extension CanonicalReader {
  /// Reads an object: its braces, and its members by the closure.
  mutating func object<Value>(
    _ members: (inout CanonicalReader) throws(ReadingFailure) -> Value
  ) throws(ReadingFailure) -> Value {
    guard take(UInt8(ascii: "{")) else { throw ReadingFailure(.wrongKind(expected: .object)) }
    isFirst = true
    let value = try members(&self)
    if !take(UInt8(ascii: "}")) {
      if let name = nextName() { throw ReadingFailure(.unknownField, path: [name]) }
      throw unexpected
    }
    isFirst = false
    return value
  }

  /// Reads a required member. Members must be read in the order of their keys.
  @inline(__always) mutating func required<Value: CanonicalValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value {
    guard takeKey(key) else { throw missing(key) }
    return try member(key)
  }

  /// Reads an optional member; nil if it is absent.
  @inline(__always) mutating func optional<Value: CanonicalValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value? {
    guard takeKey(key) else { return nil }
    let value: Value = try member(key)
    return value
  }

  /// Reads a required member that may be `null`.
  mutating func nullable<Value: CanonicalValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value? {
    guard takeKey(key) else { throw missing(key) }
    guard next == UInt8(ascii: "n") else {
      let value: Value = try member(key)
      return value
    }
    for byte in "null".utf8 where !take(byte) { throw unexpected }
    isFirst = false
    return nil
  }

  @inline(__always) private mutating func member<Value: CanonicalValue>(
    _ key: StaticString
  ) throws(ReadingFailure) -> Value {
    do throws(ReadingFailure) {
      let value = try Value(from: &self)
      isFirst = false
      return value
    } catch {
      throw error.within(key.description)
    }
  }

  /// Marks the end of a member that was read without ``required(_:)`` or ``optional(_:)``.
  mutating func endMember() { isFirst = false }

  /// Skips `"key":` and the comma before it, if they come next; returns whether they did.
  @inline(__always) mutating func takeKey(_ key: StaticString) -> Bool {
    var at = offset
    if !isFirst {
      guard unsafe at < bytes.count, unsafe bytes[at] == UInt8(ascii: ",") else { return false }
      at += 1
    }
    let count = key.utf8CodeUnitCount
    guard unsafe bytes.count - at >= count + 3, unsafe bytes[at] == UInt8(ascii: "\"") else {
      return false
    }
    let expected = unsafe key.utf8Start
    for index in 0..<count where unsafe bytes[at + 1 + index] != expected[index] { return false }
    guard unsafe bytes[at + 1 + count] == UInt8(ascii: "\""),
      unsafe bytes[at + 2 + count] == UInt8(ascii: ":")
    else { return false }
    offset = at + count + 3
    return true
  }

  /// The name of the next member, or nil at the object's end. For errors only.
  private func nextName() -> String? {
    var probe = self
    if !isFirst, !probe.take(UInt8(ascii: ",")) { return nil }
    guard let name = try? probe.string(), probe.take(UInt8(ascii: ":")) else { return nil }
    // A foreign file may have any field name: an error repeats one only if it has the form of an
    // id.
    return (try? Identifier<RecorderKind>(name)).map(\.text) ?? "(a name that is no id)"
  }

  /// The failure where `key` was expected: an unknown field if one comes before it, else a missing
  /// one.
  private func missing(_ key: StaticString) -> ReadingFailure {
    let expected = key.description
    if let name = nextName(), name < expected {
      return ReadingFailure(.unknownField, path: [name])
    }
    return ReadingFailure(.missing, path: [expected])
  }
}

extension CanonicalReader: FieldSource {
  @inline(__always) public mutating func required<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value {
    try required(key)
  }

  @inline(__always) public mutating func optional<Value: CanonicalValue>(
    _ key: StaticString, or other: StaticString?, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value? {
    try optional(key)
  }

  @inline(__always) public mutating func nullable<Value: CanonicalValue>(
    _ key: StaticString, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value? {
    try nullable(key)
  }

  @inline(__always) public mutating func recorded<Value: CanonicalValue>(
    _ key: StaticString, _ presence: Field.Presence, as form: @autoclosure () -> FieldForm
  ) throws(ReadingFailure) -> Value? {
    try optional(key)
  }
}

// MARK: Lists and scalars

extension CanonicalReader {
  mutating func list<Element: CanonicalValue>() throws(ReadingFailure) -> [Element] {
    guard take(UInt8(ascii: "[")) else { throw ReadingFailure(.wrongKind(expected: .list)) }
    var elements: [Element] = []
    while !take(UInt8(ascii: "]")) {
      if !elements.isEmpty, !take(UInt8(ascii: ",")) { throw unexpected }
      do throws(ReadingFailure) {
        elements.append(try Element(from: &self))
      } catch {
        throw error.within(String(elements.count))
      }
    }
    return elements
  }

  /// Reads an integer within ±(2⁵³−1), without leading zeros, fraction or exponent.
  mutating func integer() throws(ReadingFailure) -> Int {
    let start = offset
    let negative = take(UInt8(ascii: "-"))
    var value = 0
    let digits = offset
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      offset += 1
      guard value <= Count.limit else { throw ReadingFailure(.integerOutOfRange) }
    }
    guard offset > digits else {
      offset = start
      throw ReadingFailure(.wrongKind(expected: .wholeNumber))
    }
    let leadingZero = unsafe bytes[digits] == UInt8(ascii: "0") && (offset > digits + 1 || negative)
    if leadingZero { throw unexpected }
    switch next {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      throw ReadingFailure(.floatingPoint)
    default: return negative ? -value : value
    }
  }

  mutating func boolean() throws(ReadingFailure) -> Bool {
    let word: StaticString = next == UInt8(ascii: "t") ? "true" : "false"
    for index in 0..<word.utf8CodeUnitCount where unsafe !take(word.utf8Start[index]) {
      throw ReadingFailure(.wrongKind(expected: .boolean))
    }
    return word.utf8CodeUnitCount == 4
  }

  /// Reads an id, a date or a word: passes the bytes between the quotes to the closure, without
  /// decoding escapes.
  @inline(__always) mutating func token<Value>(
    _ read: (UnsafeRawBufferPointer) throws(InvalidValue) -> Value
  ) throws(ReadingFailure) -> Value {
    guard take(UInt8(ascii: "\"")) else { throw ReadingFailure(.wrongKind(expected: .text)) }
    let start = offset
    while unsafe offset < bytes.count, unsafe bytes[offset] != UInt8(ascii: "\"") { offset += 1 }
    guard unsafe offset < bytes.count else { throw unexpected }
    let token = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
    offset += 1
    do throws(InvalidValue) {
      return try unsafe read(token)
    } catch {
      throw ReadingFailure(.invalid(error))
    }
  }

  /// Skips a value. Its structure is followed, its contents are not validated.
  mutating func skip() throws(ReadingFailure) {
    var depth = 0
    repeat {
      guard let byte = next else { throw unexpected }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
        if depth < 0 { throw unexpected }
      case UInt8(ascii: "\""):
        try skipString()
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        if depth == 0 { throw unexpected }
        offset += 1
      default:
        while let byte = next, !Self.endsScalar(byte) { offset += 1 }
      }
    } while depth > 0
    isFirst = false
  }

  private static func endsScalar(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"),
      UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "["):
      true
    default: false
    }
  }

  @inline(__always) private mutating func skipString() throws(ReadingFailure) {
    var at = offset + 1
    while unsafe at < bytes.count {
      let byte = unsafe bytes[at]
      if byte == UInt8(ascii: "\"") {
        offset = at + 1
        return
      }
      at += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = at
    throw unexpected
  }
}
