/// A value sent with a statement, in the server's binary form.
public enum PostgresValue: Sendable {
  case integer(Int64)
  /// Of 4 bytes and of 2, for columns of these types in a copy.
  case medium(Int64)
  case short(Int64)
  case text(String)
  case bytes([UInt8])
  case boolean(Bool)
  case integers([Int64])
  case texts([String])
  /// Values of one length or of any, as `bytea[]`.
  case byteStrings([[UInt8]])
  /// Nothing, of a type.
  case null(Kind)

  /// A type of values, by the server's number.
  public enum Kind: UInt32, Sendable {
    case boolean = 16
    case bytes = 17
    case integer = 20
    case short = 21
    case medium = 23
    case text = 25
    case byteStrings = 1001
    case texts = 1009
    case integers = 1016
  }

  public var kind: Kind {
    switch self {
    case .integer: .integer
    case .medium: .medium
    case .short: .short
    case .text: .text
    case .bytes: .bytes
    case .boolean: .boolean
    case .integers: .integers
    case .texts: .texts
    case .byteStrings: .byteStrings
    case .null(let kind): kind
    }
  }

  var isNull: Bool { if case .null = self { true } else { false } }

  func write(to buffer: inout [UInt8]) {
    switch self {
    case .integer(let number): buffer.append(bigEndian: number)
    case .medium(let number): buffer.append(bigEndian: Int32(truncatingIfNeeded: number))
    case .short(let number): buffer.append(bigEndian: Int16(truncatingIfNeeded: number))
    case .text(let text): buffer += text.utf8
    case .bytes(let bytes): buffer += bytes
    case .boolean(let flag): buffer.append(flag ? 1 : 0)
    case .integers(let numbers):
      Self.write(numbers.count, of: .integer, to: &buffer)
      for number in numbers {
        buffer.append(bigEndian: Int32(8))
        buffer.append(bigEndian: number)
      }
    case .texts(let texts):
      Self.write(texts.count, of: .text, to: &buffer)
      for text in texts {
        buffer.append(bigEndian: Int32(text.utf8.count))
        buffer += text.utf8
      }
    case .byteStrings(let strings):
      Self.write(strings.count, of: .bytes, to: &buffer)
      for string in strings {
        buffer.append(bigEndian: Int32(string.count))
        buffer += string
      }
    case .null: break
    }
  }

  /// The head of an array: dimensions, flags, type, length, lower bound; each element follows after its length.
  private static func write(_ count: Int, of kind: Kind, to buffer: inout [UInt8]) {
    buffer.append(bigEndian: Int32(count == 0 ? 0 : 1))
    buffer.append(bigEndian: Int32(0))
    buffer.append(bigEndian: kind.rawValue)
    if count == 0 { return }
    buffer.append(bigEndian: Int32(count))
    buffer.append(bigEndian: Int32(1))
  }
}

extension [UInt8] {
  mutating func append(bigEndian number: some FixedWidthInteger) {
    unsafe Swift.withUnsafeBytes(of: number.bigEndian) { unsafe append(contentsOf: $0) }
  }
}
