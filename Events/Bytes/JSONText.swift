extension JSONValue {
  /// The maximum nesting depth of lists and objects that ``init(parsing:)`` accepts.
  public static var deepest: Int { 32 }

  /// Parses one JSON value (RFC 8259) with members in any order and any whitespace.
  ///
  /// Refused, because accepting them would lose information: duplicate names, fractions and
  /// exponents, integers beyond ±(2⁵³−1), lone surrogates, bytes that are not UTF-8, a byte-order
  /// mark, bytes after the value, and more than ``deepest`` levels.
  ///
  /// - Throws: ``ReadingFailure`` with the field of the problem, or the byte where the text is not
  ///   JSON.
  public init(parsing bytes: [UInt8]) throws(ReadingFailure) {
    if bytes.starts(with: [0xef, 0xbb, 0xbf]) { throw ReadingFailure(.byteOrderMark) }
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }
}

/// A recursive-descent parser of JSON text.
private struct JSONParser {
  let bytes: [UInt8]
  var offset = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() throws(ReadingFailure) -> JSONValue {
    let value = try value(depth: 0)
    skipSpace()
    guard offset == bytes.count else { throw ReadingFailure(.trailingBytes(byte: offset + 1)) }
    return value
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func expected(_ what: String) -> ReadingFailure {
    ReadingFailure(.syntax(expected: what, byte: offset + 1))
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0a || byte == 0x0d {
      offset += 1
    }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    offset += 1
    return true
  }

  private mutating func value(depth: Int) throws(ReadingFailure) -> JSONValue {
    skipSpace()
    if depth == JSONValue.deepest, next == UInt8(ascii: "{") || next == UInt8(ascii: "[") {
      throw ReadingFailure(.tooDeep)
    }
    switch next {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return .integer(try integer())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw expected("a value")
    }
  }

  private mutating func word(
    _ word: String, _ value: JSONValue
  ) throws(ReadingFailure) -> JSONValue {
    for byte in word.utf8 where !take(byte) { throw expected(word) }
    return value
  }

  private mutating func object(depth: Int) throws(ReadingFailure) -> JSONValue {
    offset += 1
    var members: [JSONMember] = []
    // The names of an object of many: compared one by one, they would cost the square of their number.
    var names: Set<[UInt8]> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw expected("a field's name") }
      let name = try string()
      let shown = (try? RecorderID(name)).map(\.text) ?? "(a name that is no id)"
      if members.count == 32 { names.formUnion(members.map { Array($0.name.utf8) }) }
      let isRepeated =
        members.count < 32
        ? members.contains { $0.name.utf8.elementsEqual(name.utf8) }
        : !names.insert(Array(name.utf8)).inserted
      if isRepeated {
        throw ReadingFailure(.duplicateField, path: [shown])
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw expected("a colon") }
      do throws(ReadingFailure) {
        members.append(JSONMember(name, try value(depth: depth + 1)))
      } catch {
        throw error.within(shown)
      }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw expected("a comma or a closing brace") }
    return .object(members)
  }

  private mutating func list(depth: Int) throws(ReadingFailure) -> JSONValue {
    offset += 1
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .list([]) }
    repeat {
      do throws(ReadingFailure) {
        elements.append(try value(depth: depth + 1))
      } catch {
        throw error.within(String(elements.count))
      }
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw expected("a comma or a closing bracket") }
    return .list(elements)
  }

  private mutating func integer() throws(ReadingFailure) -> Int {
    let negative = take(UInt8(ascii: "-"))
    let digits = offset
    var value = 0
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
      if value <= Count.limit { value = value * 10 + Int(byte - UInt8(ascii: "0")) }
      offset += 1
    }
    guard offset > digits else { throw expected("a digit") }
    if bytes[digits] == UInt8(ascii: "0"), offset > digits + 1 {
      throw expected("a number without a leading zero")
    }
    switch next {
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      throw ReadingFailure(.floatingPoint)
    default: break
    }
    guard value <= Count.limit else { throw ReadingFailure(.integerOutOfRange) }
    return negative ? -value : value
  }

  private mutating func string() throws(ReadingFailure) -> String {
    offset += 1
    var text: [UInt8] = []
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw expected("an escaped control character") }
      offset += 1
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: try escape())
      } else {
        text.append(byte)
      }
    }
    guard take(UInt8(ascii: "\"")) else { throw expected("a closing quotation mark") }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw ReadingFailure(.notUTF8)
    }
    return string
  }

  private mutating func escape() throws(ReadingFailure) -> [UInt8] {
    guard let byte = next else { throw expected("an escape") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0c]
    case UInt8(ascii: "n"): return [0x0a]
    case UInt8(ascii: "r"): return [0x0d]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return Array(String(Character(try scalar())).utf8)
    default:
      offset -= 1
      throw expected("an escape")
    }
  }

  private mutating func scalar() throws(ReadingFailure) -> Unicode.Scalar {
    let unit = try codeUnit()
    guard UTF16.isSurrogate(unit) else {
      guard let scalar = Unicode.Scalar(unit) else { throw ReadingFailure(.loneSurrogate) }
      return scalar
    }
    guard UTF16.isLeadSurrogate(unit), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw ReadingFailure(.loneSurrogate)
    }
    let trail = try codeUnit()
    guard UTF16.isTrailSurrogate(trail) else { throw ReadingFailure(.loneSurrogate) }
    return UTF16.decode(UTF16.EncodedScalar([unit, trail]))
  }

  private mutating func codeUnit() throws(ReadingFailure) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
        throw expected("four hexadecimal digits")
      }
      unit = unit << 4 | UInt16(digit)
      offset += 1
    }
    return unit
  }
}
