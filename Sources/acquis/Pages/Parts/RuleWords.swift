internal import Events

extension Text {
  /// What a rule says without the names of types that a command line takes: `(RegistrationRenewed)`.
  var withoutTypes: Text { Text(Self.withoutTypes(french), Self.withoutTypes(english)) }

  /// What is wrong with an option or an argument, without its name: `--known : …`, `JURY : …`.
  var withoutOption: Text {
    Text(Self.withoutOption(french, " : "), Self.withoutOption(english, ": "))
  }

  private static func withoutOption(_ text: String, _ colon: String) -> String {
    guard let mark = text.firstRange(of: colon) else { return text }
    let name = text[..<mark.lowerBound]
    let isName =
      name.hasPrefix("--") && !name.contains(" ")
      || name.utf8.count > 1 && name.allSatisfy { $0.isASCII && $0.isUppercase }
    return isName ? String(text[mark.upperBound...]) : text
  }

  private static func withoutTypes(_ text: String) -> String {
    EventType.allCases.reduce(text) { text, type in
      text.replacing(" (\(type.rawValue))", with: "")
    }.replacing(" (`completes`)", with: "").replacing(" (completes)", with: "")
  }
}
