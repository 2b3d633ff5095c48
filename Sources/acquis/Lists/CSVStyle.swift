/// The format of a spreadsheet's file. The raw value is that of `--csv`.
enum CSVStyle: String {
  /// For programs: exact values, commas and UTF-8 (RFC 4180).
  case standard = ""
  /// For people with a French spreadsheet: French headings, words and days, semicolons, UTF-8 with a
  /// byte-order mark.
  case french = "fr"

  var separator: String { self == .french ? ";" : "," }

  /// The file's first characters.
  var preamble: String { self == .french ? "\u{feff}" : "" }

  /// A field, quoted if necessary. A field that a spreadsheet would read as a formula gets an apostrophe.
  func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Int(text) == nil { text = "'" + text }
    let isQuoted = text.contains { "\"\n\r".contains($0) } || text.contains(separator)
    guard isQuoted else { return text }
    return "\""
      + text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  /// Rows as lines of the file, without line ends.
  func lines(_ rows: [[String]]) -> [String] {
    rows.map { row in row.map { field($0) }.joined(separator: separator) }
  }
}
