/// The apostrophe before a text that a spreadsheet would run as a formula: one that begins with `= + - @`,
/// a tab or a line end.
///
/// A text that begins with apostrophes and then so gets one too, so that taking one off gives back every
/// text. Source: OWASP, « CSV Injection ».
enum FormulaMark {
  private static let mark: Unicode.Scalar = "'"

  /// Whether the text would be run, or would be taken for a marked one.
  static func isNeeded(by text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != mark }) else { return false }
    return "=+-@\t\r".unicodeScalars.contains(first)
  }

  /// Whether the text begins with a mark, or would be taken to.
  static func isIn(_ text: String) -> Bool {
    text.unicodeScalars.first == mark && isNeeded(by: text)
  }

  static func put(on text: String) -> String { isNeeded(by: text) ? "'" + text : text }

  static func taken(off text: String) -> String {
    isIn(text) ? String(text.unicodeScalars.dropFirst()) : text
  }
}
