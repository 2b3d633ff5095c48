/// How often each of very many digests occurred: 16 bytes for each place of a table that is at most three
/// quarters full, where a dictionary of arrays needs more than 100.
///
/// Two digests that agree in their first 16 bytes count as one.
struct DigestCounts {
  private typealias Key = SIMD2<UInt64>
  /// Zero where nothing is.
  private var table: [Key]
  private var used = 0
  /// The digests that occurred more than once.
  private var repeated: [Key: Int] = [:]

  /// - Parameter count: how many digests there may be; more make the table grow.
  init(expecting count: Int = 0) {
    table = [Key](repeating: .zero, count: count + count / 3 + 8)
  }

  /// Counts a digest once more.
  ///
  /// - Parameter digest: at least 16 bytes.
  /// - Returns: how often it had occurred before.
  mutating func add(_ digest: [UInt8]) -> Int {
    let key = Self.key(digest)
    if used * 4 >= table.count * 3 { grow() }
    let place = place(of: key)
    guard table[place] == key else {
      table[place] = key
      used += 1
      return 0
    }
    let before = repeated[key, default: 1]
    repeated[key] = before + 1
    return before
  }

  /// How often a digest occurred.
  func count(of digest: [UInt8]) -> Int {
    let key = Self.key(digest)
    return table[place(of: key)] == key ? repeated[key, default: 1] : 0
  }

  private static func key(_ digest: [UInt8]) -> Key {
    func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
      bytes.reduce(0) { $0 << 8 | UInt64($1) }
    }
    // Never zero, which marks an empty place.
    return Key(word(digest[0..<8]), word(digest[8..<16]) | 1)
  }

  /// The place where a key is, or where it is to be put.
  private func place(of key: Key) -> Int {
    var place = Int(key[0] % UInt64(table.count))
    while table[place] != key, table[place] != .zero {
      place = place + 1 == table.count ? 0 : place + 1
    }
    return place
  }

  private mutating func grow() {
    let old = table
    table = [Key](repeating: .zero, count: old.count * 2)
    for key in old where key != .zero { table[place(of: key)] = key }
  }
}
