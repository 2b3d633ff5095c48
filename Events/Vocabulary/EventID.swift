/// An event's id, a UUID chosen by its writer, so that a retry is recognised.
///
/// Version 7 for a new event, version 8 for one made from an imported line's content. Parsed in
/// either case, written in lower case.
@frozen public struct EventID: Hashable, Comparable, Sendable {
  /// The first eight bytes, as a big-endian number.
  public let high: UInt64
  /// The last eight bytes, as a big-endian number.
  public let low: UInt64

  /// The UUID of 16 bytes; no version is required.
  @inlinable public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A version 8 UUID (RFC 9562): 48 bits of time, then 74 bits of a hash.
  ///
  /// - Parameters:
  ///   - time: milliseconds since 1970, so that ids sort by time and an index grows at its end.
  ///   - hash: at least 10 bytes; 74 bits of the first 10 are kept.
  public init(version8At time: UInt64, hash: [UInt8]) {
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    high = time << 16 | 0x8000 | word(hash[0..<2]) & 0x0fff
    low = 0x8000_0000_0000_0000 | word(hash[2..<10]) & 0x3fff_ffff_ffff_ffff
  }

  /// A version 7 UUID (RFC 9562), for a new event.
  ///
  /// - Parameters:
  ///   - time: milliseconds since 1970.
  ///   - random: 128 random bits, of which 74 are kept.
  public init(version7At time: UInt64, random: (UInt64, UInt64)) {
    high = time << 16 | 0x7000 | random.0 & 0x0fff
    low = 0x8000_0000_0000_0000 | random.1 & 0x3fff_ffff_ffff_ffff
  }

  @inlinable public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

extension EventID: CustomStringConvertible {
  /// A UUID of any version, in either case.
  ///
  /// - Throws: ``InvalidValue/eventID``.
  public init(_ text: String) throws(InvalidValue) {
    var text = text.lowercased()
    self = try unsafe text.withUTF8Bytes { (bytes) throws(InvalidValue) in
      try unsafe EventID(utf8: bytes)
    }
  }

  /// An id that a writer may give to a new event: version 7 or 8 of RFC 9562, in its variant. The
  /// ids already in a log are read by ``init(_:)``, which accepts every version.
  ///
  /// - Throws: ``InvalidValue/entryID``.
  public init(given text: String) throws(InvalidValue) {
    guard let id = try? EventID(text), 7...8 ~= id.high >> 12 & 0xf, id.low >> 62 == 0b10 else {
      throw .entryID
    }
    self = id
  }

  /// Parses the 36 bytes of a UUID in lower case; on the hot path of a replay.
  ///
  /// - Throws: ``InvalidValue/eventID``.
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

  /// The UUID's 36 characters, in lower case.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the UUID's 36 characters, in lower case.
  func append(to bytes: inout [UInt8]) {
    for index in 0..<32 {
      if index == 8 || index == 12 || index == 16 || index == 20 {
        bytes.append(UInt8(ascii: "-"))
      }
      let word = index < 16 ? high : low
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4) & 0xf)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
