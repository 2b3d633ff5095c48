/// An archive (ZIP) of stored parts, written by hand, so that a test can make every mistake.
struct SmallArchive {
  struct Part {
    var name: String
    var content: [UInt8]
    var flags: UInt16 = 0
    /// The size that the table of contents says; nil: the right one.
    var saidSize: UInt32?
  }

  var parts: [Part] = []

  init(_ parts: [(String, String)]) {
    self.parts = parts.map { Part(name: $0.0, content: Array($0.1.utf8)) }
  }

  var bytes: [UInt8] {
    var file: [UInt8] = []
    var table: [UInt8] = []
    for part in parts {
      let start = UInt32(file.count)
      let name = Array(part.name.utf8)
      let size = UInt32(part.content.count)
      let facts =
        Self.two(20) + Self.two(part.flags) + Self.two(0) + Self.four(0)
        + Self.four(Self.checksum(part.content)) + Self.four(size)
      file +=
        [0x50, 0x4B, 3, 4] + facts + Self.four(size) + Self.two(UInt16(name.count)) + Self.two(0)
        + name + part.content
      table +=
        [0x50, 0x4B, 1, 2] + Self.two(20) + facts + Self.four(part.saidSize ?? size)
        + Self.two(UInt16(name.count)) + [UInt8](repeating: 0, count: 12) + Self.four(start) + name
    }
    let count = Self.two(UInt16(parts.count))
    return file + table + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + Self.four(UInt32(table.count)) + Self.four(UInt32(file.count)) + [0, 0]
  }

  private static func two(_ number: UInt16) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8)]
  }

  private static func four(_ number: UInt32) -> [UInt8] {
    two(UInt16(number & 0xFFFF)) + two(UInt16(number >> 16))
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
