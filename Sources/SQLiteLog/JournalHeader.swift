internal import EventLog
internal import Glibc

/// The first 32 bytes of a write-ahead journal (sqlite.org, "WAL-mode File Format").
enum JournalHeader {
  /// Whether the header of an open journal has the right magic number and checksum. SQLite ignores
  /// and empties a journal that has not.
  ///
  /// - Throws: ``LogFailure/system(code:_:)``.
  static func isWhole(_ descriptor: Int32) throws(LogFailure) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = unsafe pread(descriptor, &bytes, bytes.count, 0)
    guard count >= 0 else {
      throw unsafe .system(code: Int(errno), String(cString: strerror(errno)))
    }
    guard count == bytes.count else { return false }
    func word(_ index: Int, isBig: Bool = true) -> UInt32 {
      let four = bytes[index * 4..<index * 4 + 4]
      return (isBig ? Array(four) : four.reversed()).reduce(0) { $0 << 8 | UInt32($1) }
    }
    let magic = word(0)
    guard magic & ~1 == 0x377f_0682 else { return false }
    var sums: (UInt32, UInt32) = (0, 0)
    for index in stride(from: 0, to: 6, by: 2) {
      sums.0 &+= word(index, isBig: magic & 1 == 1) &+ sums.1
      sums.1 &+= word(index + 1, isBig: magic & 1 == 1) &+ sums.0
    }
    return sums == (word(6), word(7))
  }
}
