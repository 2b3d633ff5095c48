/// Reads marks: `15,5`, `15.5`, `12/20`, `15 / 20`.
enum MarkReader {
  /// A mark in hundredths, of more decimals the whole ones; nil for another text, for a mark above the scale,
  /// and for one out of something else.
  ///
  /// - Parameter scale: what the column's marks are out of, if the plan says it.
  static func mark(_ text: String, scale: Int?) -> Mark? {
    let parts = text.filter { !$0.isWhitespace }.split(
      separator: "/", omittingEmptySubsequences: false)
    guard let first = parts.first, let hundredths = hundredths(first), parts.count <= 2 else {
      return nil
    }
    if parts.count == 2 {
      guard let total = Self.hundredths(parts[1]), total == (scale ?? 20) * 100 else { return nil }
    }
    if let scale, hundredths > scale * 100 { return nil }
    return Mark(hundredths: hundredths)
  }

  private static func hundredths(_ text: Substring) -> Int? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard parts.count <= 2, let whole = parts.first, 1...6 ~= whole.utf8.count,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      let number = Int(whole)
    else { return nil }
    let decimals = parts.count == 2 ? String((parts[1] + "00").prefix(2)) : "00"
    return Int(decimals).map { number * 100 + $0 }
  }
}
