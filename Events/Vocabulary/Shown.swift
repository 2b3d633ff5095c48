/// Makes external text safe to show: control characters are replaced by U+FFFD, so that no text
/// controls a terminal or imitates a line of output.
public enum Shown {
  /// A text of one or more lines: replaces control characters other than newline and tab.
  public static func lines(_ text: String) -> String {
    shown(text) { $0 != "\n" && $0 != "\t" && isControl($0) }
  }

  /// A path, a name or a word: replaces line breaks too.
  public static func onOneLine(_ text: String) -> String {
    shown(text) { isControl($0) || $0 == "\u{2028}" || $0 == "\u{2029}" }
  }

  /// The first 40 characters of a mistyped word, on one line, for an error message.
  public static func word(_ text: some StringProtocol) -> String {
    onOneLine(String(text.prefix(40)))
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || 0x7f...0x9f ~= scalar.value
  }

  private static func shown(_ text: String, _ isHidden: (Unicode.Scalar) -> Bool) -> String {
    guard text.unicodeScalars.contains(where: isHidden) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(isHidden(scalar) ? "\u{fffd}" : scalar) }
    return String(shown)
  }
}
