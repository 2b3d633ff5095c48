/// The form of a text file with separated cells to write. The raw value is that of `--csv`.
public enum CSVStyle: String, Sendable, CaseIterable {
  /// Commas and UTF-8 (RFC 4180).
  case standard = ""
  /// Semicolons and UTF-8 with a byte-order mark, as French spreadsheets expect.
  case french = "fr"

  public var separator: String { self == .french ? ";" : "," }

  /// The file's first characters.
  public var preamble: String { self == .french ? "\u{feff}" : "" }

  /// A cell, quoted if necessary.
  ///
  /// One that a spreadsheet would run as a formula gets an apostrophe, which ``SheetFile`` takes off; a negative
  /// number stays one.
  public func field(_ text: String) -> String {
    let text = Self.isNegative(text) ? text : FormulaMark.put(on: text)
    let special = "\"\n\r\(separator)".utf8
    let isPadded = text.utf8.first == 0x20 || text.utf8.last == 0x20
    guard isPadded || text.utf8.contains(where: { special.contains($0) }) else { return text }
    let quote = UInt8(ascii: "\"")
    return String(
      decoding: [quote] + text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote],
      as: UTF8.self)
  }

  /// Rows as lines of the file, without line ends.
  public func lines(_ rows: [[String]]) -> [String] {
    rows.map { row in row.map { field($0) }.joined(separator: separator) }
  }

  /// Whether it is a minus, digits, and perhaps a point or a comma with digits behind.
  private static func isNegative(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "-") else { return false }
    let parts = text.utf8.dropFirst().split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2C || $0 == 0x2E })
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) }
      }
  }
}
