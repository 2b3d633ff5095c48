/// Texts from outside as they may be shown: none commands a terminal, or passes for a line of its own.
public enum Shown {
  /// A text of one or more lines, without the characters that would command a terminal.
  public static func lines(_ text: String) -> String {
    shown(text) { $0 != "\n" && $0 != "\t" && isControl($0) }
  }

  /// A text that stays on its line: a path, a name, a word.
  public static func onOneLine(_ text: String) -> String {
    shown(text) { isControl($0) || $0 == "\u{2028}" || $0 == "\u{2029}" }
  }

  /// The start of a word that was mistaken, for a message.
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
