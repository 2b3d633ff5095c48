/// The number of a fiche as the export and a person write it.
public enum FicheNumber {
  /// In capitals, without blanks: `RNCP509`.
  public static func written(_ text: String) -> String {
    let isExact = text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x41...0x5A ~= $0 }
    if isExact { return text }
    return String(
      String.UnicodeScalarView(
        text.uppercased().unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{feff}" })
    )
  }

  /// Every number in a text: `RNCP1197, RNCP4049`.
  static func all(in text: String) -> [String] {
    guard text.utf8.contains(where: { $0 == 0x52 || $0 == 0x72 }) else { return [] }
    return text.uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .map(String.init)
      .filter { isNumber($0) }
  }

  /// Whether a text is the number of a fiche: `RNCP` or `RS` and digits.
  static func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("RNCP") ? text.dropFirst(4) : text.dropFirst(2)
    return (text.hasPrefix("RNCP") || text.hasPrefix("RS")) && !digits.isEmpty
      && digits.utf8.allSatisfy { 48...57 ~= $0 }
  }
}
