/// An event's id, a UUID given by its writer: what makes a retry safe.
///
/// Version 7 where the writer makes it, version 8 where it is made from an imported line's content.
/// Read in either case, written in small letters.
@frozen public struct EventID: Hashable, Comparable, Sendable {
  /// The first eight bytes, as a big-endian number.
  public let high: UInt64
  /// The last eight bytes, as a big-endian number.
  public let low: UInt64

  /// The UUID of these 16 bytes, the first eight in `high`.
  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A version 8 UUID (RFC 9562): 48 bits that order it, then 74 bits of a hash.
  ///
  /// - Parameters:
  ///   - time: milliseconds since 1970 that order the id among its neighbours, so that an index
  ///     grows at its end.
  ///   - hash: at least 16 bytes; the first 74 bits of them are kept, version and variant aside.
  public init(version8At time: UInt64, hash: [UInt8]) {
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    high = time << 16 | 0x8000 | word(hash[0..<2]) & 0x0fff
    low = 0x8000_0000_0000_0000 | word(hash[2..<10]) & 0x3fff_ffff_ffff_ffff
  }

  /// A version 7 UUID (RFC 9562): what a writer gives a new entry.
  ///
  /// - Parameters:
  ///   - time: milliseconds since 1970.
  ///   - random: 74 bits of these are kept, version and variant aside.
  public init(version7At time: UInt64, random: (UInt64, UInt64)) {
    high = time << 16 | 0x7000 | random.0 & 0x0fff
    low = 0x8000_0000_0000_0000 | random.1 & 0x3fff_ffff_ffff_ffff
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension EventID: CustomStringConvertible {
  /// - Throws: ``InvalidValue/eventID``.
  public init(_ text: String) throws(InvalidValue) {
    var text = text.lowercased()
    self = try unsafe text.withUTF8Bytes { (bytes) throws(InvalidValue) in
      try unsafe EventID(utf8: bytes)
    }
  }

  /// The id that a writer gives a new entry: version 7 or 8 of RFC 9562, in its variant. What a log
  /// holds already is read whatever its version.
  ///
  /// - Throws: ``InvalidValue/entryID``.
  public init(given text: String) throws(InvalidValue) {
    guard let id = try? EventID(text), 7...8 ~= id.high >> 12 & 0xf, id.low >> 62 == 0b10 else {
      throw .entryID
    }
    self = id
  }

  /// Reads the 36 bytes of a UUID in small letters: the hot path of a replay.
  @inlinable public init(utf8 bytes: UnsafeRawBufferPointer) throws(InvalidValue) {
    guard bytes.count == 36 else { throw .eventID }
    var words: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for index in 0..<36 {
      let byte = unsafe bytes[index]
      if index == 8 || index == 13 || index == 18 || index == 23 {
        guard byte == UInt8(ascii: "-") else { throw .eventID }
        continue
      }
      let value: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = byte - UInt8(ascii: "a") + 10
      default: throw .eventID
      }
      if digits < 16 {
        words.0 = words.0 << 4 | UInt64(value)
      } else {
        words.1 = words.1 << 4 | UInt64(value)
      }
      digits += 1
    }
    self.init(high: words.0, low: words.1)
  }

  /// The UUID's 36 characters, in small letters.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 { text.append(UInt8(ascii: "-")) }
      let word = index < 16 ? high : low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4) & 0xf)
      text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
