internal import Events

/// What the name of a file of the export says: its kind and the day of the export.
struct OpenDataFileName: Hashable {
  let kind: OpenDataKind
  /// Nil where the name has none.
  let date: CalendarDate?

  /// - Parameter path: in a folder or an archive, with `/` or `\` between folders.
  /// - Returns: nil for a file that is not one of the export's: hidden, in `__MACOSX`, no `.csv`.
  init?(_ path: String) {
    let parts = path.unicodeScalars.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "/" || $0 == "\\" }
    ).map(String.init)
    guard let name = parts.last, !name.isEmpty, !parts.contains("__MACOSX"),
      !parts.contains(where: { $0.hasPrefix(".") && $0 != "." && $0 != ".." }),
      name.lowercased().hasSuffix(".csv"),
      let kind = OpenDataKind(stem: String(name.dropLast(4)))
    else { return nil }
    self.kind = kind
    date = Self.date(in: name)
  }

  /// The last year, month and day in a name: `2024_02_22`, `2024-02-22`, `20240222`.
  private static func date(in name: String) -> CalendarDate? {
    var found: CalendarDate?
    let bytes = Array(name.utf8)
    for start in bytes.indices where start == 0 || !isDigit(bytes[start - 1]) {
      if let date = date(bytes[start...]) { found = date }
    }
    return found
  }

  private static func date(_ bytes: ArraySlice<UInt8>) -> CalendarDate? {
    var numbers: [Int] = []
    var rest = bytes
    for width in [4, 2, 2] {
      if !numbers.isEmpty, let byte = rest.first, [0x5F, 0x2D, 0x2E].contains(byte) {
        rest = rest.dropFirst()
      }
      let digits = rest.prefix(width)
      guard digits.count == width, digits.allSatisfy(isDigit) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 48) })
      rest = rest.dropFirst(width)
    }
    guard rest.first.map(isDigit) != true else { return nil }
    return try? CalendarDate(numbers[0], numbers[1], numbers[2])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
