/// Four bytes that identify a key together with its name (C2SP signed-note). Not a fingerprint:
/// anyone can generate another key with the same id.
public struct NoteKeyID: Hashable, Sendable {
  private let value: UInt32

  /// An id from four big-endian bytes; nil for any other number.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 4 else { return nil }
    value = bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  var bytes: [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
  }
}

extension NoteKeyID: CustomStringConvertible {
  /// Eight lower-case hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 8 - digits.count) + digits
  }
}
