/// An instant in UTC, in microseconds, at which an event was recorded.
///
/// Written `2021-06-18T09:12:33.123456Z`, always with six decimals, from 1970 to 9999. Leap seconds
/// are not represented, as in POSIX time.
@frozen public struct Instant: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01T00:00:00Z.
  public let microseconds: Int64

  /// - Throws: ``InvalidValue/instant`` before 1970 or after 9999.
  @inlinable public init(microseconds: Int64) throws(InvalidValue) {
    guard 0...Self.lastMicrosecond ~= microseconds else { throw .instant }
    self.microseconds = microseconds
  }

  /// The instant that many microseconds after the start of a UTC day.
  @inlinable init(day: CalendarDate, microsecondOfDay: Int64) throws(InvalidValue) {
    try self.init(microseconds: Int64(day.dayNumber) * Self.day + microsecondOfDay)
  }

  /// Microseconds in a day.
  @usableFromInline static let day: Int64 = 86_400_000_000
  @usableFromInline static let lastMicrosecond: Int64 =
    Int64(CalendarDate.last.dayNumber) * day + day - 1

  /// 1970-01-01T00:00:00Z, before any event.
  public static let epoch = Instant(epochMicroseconds: 0)

  private init(epochMicroseconds: Int64) { microseconds = epochMicroseconds }

  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.microseconds < right.microseconds
  }
}

extension Instant: CustomStringConvertible {
  /// - Throws: ``InvalidValue/instant`` unless the text is `YYYY-MM-DDThh:mm:ss.ssssssZ`.
  public init(_ text: String) throws(InvalidValue) {
    var text = text
    self = try unsafe text.withUTF8Bytes { (bytes) throws(InvalidValue) in
      try unsafe Instant(utf8: bytes)
    }
  }

  /// Parses the 27 bytes of an instant; on the hot path of a replay.
  ///
  /// - Throws: ``InvalidValue/instant`` like ``init(_:)``.
  @inlinable public init(utf8 bytes: UnsafeRawBufferPointer) throws(InvalidValue) {
    guard bytes.count == 27, unsafe bytes[10] == UInt8(ascii: "T"),
      unsafe bytes[13] == UInt8(ascii: ":"),
      unsafe bytes[16] == UInt8(ascii: ":"), unsafe bytes[19] == UInt8(ascii: "."),
      unsafe bytes[26] == UInt8(ascii: "Z"),
      let day = try? unsafe CalendarDate(utf8: UnsafeRawBufferPointer(rebasing: bytes[0..<10])),
      let hour = unsafe Decimal.two(bytes, at: 11), hour < 24,
      let minute = unsafe Decimal.two(bytes, at: 14), minute < 60,
      let second = unsafe Decimal.two(bytes, at: 17), second < 60,
      let high = unsafe Decimal.two(bytes, at: 20), let middle = unsafe Decimal.two(bytes, at: 22),
      let low = unsafe Decimal.two(bytes, at: 24)
    else { throw .instant }
    let seconds = (hour * 60 + minute) * 60 + second
    let fraction = (high * 100 + middle) * 100 + low
    try self.init(day: day, microsecondOfDay: Int64(seconds * 1_000_000 + fraction))
  }

  /// `YYYY-MM-DDThh:mm:ss.ssssssZ`.
  public var description: String { String(decoding: utf8, as: UTF8.self) }

  /// The 27 bytes of `YYYY-MM-DDThh:mm:ss.ssssssZ`.
  public var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.length)
    append(to: &bytes)
    return bytes
  }

  /// The number of bytes of `YYYY-MM-DDThh:mm:ss.ssssssZ`.
  static var length: Int { 27 }

  /// Appends the 27 bytes of `YYYY-MM-DDThh:mm:ss.ssssssZ`.
  func append(to bytes: inout [UInt8]) {
    for _ in 0..<Self.length { bytes.append(0) }
    write(over: &bytes, at: bytes.count - Self.length)
  }

  /// Writes the 27 bytes of `YYYY-MM-DDThh:mm:ss.ssssssZ` over those from an index on.
  func write(over bytes: inout [UInt8], at start: Int) {
    let second = Int(microseconds % Self.day) / 1_000_000
    dayInUTC.write(over: &bytes, at: start)
    bytes[start + 10] = UInt8(ascii: "T")
    Decimal.write(second / 3600, width: 2, over: &bytes, at: start + 11)
    bytes[start + 13] = UInt8(ascii: ":")
    Decimal.write(second / 60 % 60, width: 2, over: &bytes, at: start + 14)
    bytes[start + 16] = UInt8(ascii: ":")
    Decimal.write(second % 60, width: 2, over: &bytes, at: start + 17)
    bytes[start + 19] = UInt8(ascii: ".")
    Decimal.write(Int(microseconds % 1_000_000), width: 6, over: &bytes, at: start + 20)
    bytes[start + 26] = UInt8(ascii: "Z")
  }

  /// The UTC day this instant falls in.
  var dayInUTC: CalendarDate {
    CalendarDate.first.adding(
      days: Int(microseconds / Self.day) - Int(CalendarDate.first.dayNumber))
  }
}
