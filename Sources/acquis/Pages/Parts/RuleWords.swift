internal import Events

extension Text {
  /// What a rule says without the names of types that a command line takes: `(RegistrationRenewed)`.
  var withoutTypes: Text { Text(Self.withoutTypes(french), Self.withoutTypes(english)) }

  private static func withoutTypes(_ text: String) -> String {
    EventType.allCases.reduce(text) { text, type in
      text.replacing(" (\(type.rawValue))", with: "")
    }.replacing(" (`completes`)", with: "").replacing(" (completes)", with: "")
  }
}
