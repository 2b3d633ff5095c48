// The paths of C2SP tlog-tiles, below a log's prefix and without a slash before them:
// `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]`.

extension Tile {
  /// Parses a path; ``path`` then returns the same bytes.
  ///
  /// - Returns: nil for every other text, be it another spelling of the same numbers, and for a tile
  ///   that no tree has (``init(_:index:width:)``).
  public init?(path: String) {
    let slash = UInt8(ascii: "/")
    let parts = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
    guard parts.count > 2 else { return nil }
    let kind: Kind
    if parts[1].elementsEqual("entries".utf8) {
      kind = .entries
    } else {
      guard let level = decimal(parts[1]).flatMap(Int.init(exactly:)) else { return nil }
      kind = .hashes(level: level)
    }
    var groups = parts[2...]
    var width = Self.fullWidth
    if groups.dropLast().last?.suffix(2).elementsEqual(".p".utf8) == true {
      guard let partial = decimal(groups.removeLast()).flatMap(Int.init(exactly:)) else {
        return nil
      }
      width = partial
    }
    // Whatever else is in the groups, the comparison with the one right spelling finds.
    let digits = groups.joined().filter((UInt8(ascii: "0")...UInt8(ascii: "9")).contains)
    guard let index = UInt64(String(decoding: digits, as: UTF8.self)) else { return nil }
    self.init(kind, index: index, width: width)
    guard self.path.utf8.elementsEqual(path.utf8) else { return nil }
  }

  /// The path, such as `tile/0/x001/x234/067` or, for a partial tile, `tile/entries/273.p/112`.
  public var path: String {
    var groups = [threeDigits(index % 1_000)]
    var rest = index / 1_000
    while rest > 0 {
      groups.append("x" + threeDigits(rest % 1_000))
      rest /= 1_000
    }
    let name = groups.reversed().joined(separator: "/")
    let width = isPartial ? ".p/\(width)" : ""
    switch kind {
    case .hashes(let level): return "tile/\(level)/\(name)\(width)"
    case .entries: return "tile/entries/\(name)\(width)"
    }
  }
}

extension Tile: CustomStringConvertible {
  public var description: String { path }
}

private func threeDigits(_ number: UInt64) -> String {
  let digits = String(number)
  return String(repeating: "0", count: 3 - digits.count) + digits
}
