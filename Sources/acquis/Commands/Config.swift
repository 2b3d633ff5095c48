internal import Events

extension Command {
  /// `config [KEY [VALUE]]`
  static let config = Command(
    name: "config",
    summary: Text(
      "montre ou garde les réglages de cet utilisateur : `by`, `lang`, `names`, `ledger`, `prefix`",
      "shows or keeps this user's settings: `by`, `lang`, `names`, `ledger`, `prefix`"),
    arguments: [
      Argument(
        name: "KEY",
        help: Text(
          "`by` : qui enregistre ; `lang` : fr ou en ; `names` : nommer les personnes au terminal, oui ou non ; "
            + "`ledger` : le registre ; `prefix` : le début des numéros de certificat",
          "`by`: who records; `lang`: fr or en; `names`: name persons on a terminal, yes or no; "
            + "`ledger`: the ledger; `prefix`: what certificate numbers begin with"),
        isOptional: true),
      Argument(
        name: "VALUE",
        help: Text(
          "à garder ; vide (\"\") : ne plus garder", "to keep; empty (\"\"): keep no more"),
        isOptional: true),
    ],
    options: [
      Option(name: "unset", help: Text("ne plus garder ce réglage", "keep this setting no more"))
    ],
    example: "acquis config by clerk:3"
  ) { invocation in
    guard let word = invocation.argument("KEY") else { return try showAll(invocation) }
    guard let key = UserSettings.Key(rawValue: word.lowercased()) else {
      throw Failure.usage(
        Text(
          "un réglage est attendu parmi : \(UserSettings.keys)",
          "expected a setting, one of: \(UserSettings.keys)"))
    }
    if invocation.has("unset") || invocation.argument("VALUE") == "" {
      try UserSettings.keep(nil, for: key)
      return try invocation.output.line(
        Text("\(key.rawValue) n’est plus gardé", "\(key.rawValue) is kept no more"))
    }
    if let text = invocation.argument("VALUE") {
      let value: String
      do throws(Failure) { value = try UserSettings.checked(text, for: key) } catch {
        throw Failure.usage(error.text.at(key.rawValue))
      }
      try UserSettings.keep(value, for: key)
      return try invocation.output.line(
        Text("gardé : \(key.rawValue) = \(value)", "kept: \(key.rawValue) = \(value)"))
    }
    let setting = try Setting(key)
    if invocation.has("json") {
      return try invocation.output.line(JSONValue.object([setting.member]).description)
    }
    try invocation.output.line(setting.value ?? "")
  }

  private static func showAll(_ invocation: Invocation) throws {
    let settings = try UserSettings.Key.allCases.map { try Setting($0) }
    if invocation.has("json") {
      return try invocation.output.line(JSONValue.object(settings.map(\.member)).description)
    }
    for setting in settings { try invocation.output.line(setting.line) }
    if let path = UserSettings.path {
      try invocation.output.line(Text("fichier : \(path)", "file: \(path)"))
    }
  }
}

/// What counts for a setting without an option, and where it comes from.
private struct Setting {
  private let key: UserSettings.Key
  let value: String?
  private let isOfEnvironment: Bool

  init(_ key: UserSettings.Key) throws {
    self.key = key
    let ofEnvironment =
      key == .lang
      ? Language.ofEnvironment?.rawValue : key.variable.flatMap { Environment.variable($0) }
    isOfEnvironment = ofEnvironment != nil
    value = try ofEnvironment ?? UserSettings.kept().values[key]
  }

  var member: JSONMember {
    let from = value == nil ? "default" : isOfEnvironment ? "environment" : "file"
    return JSONMember(
      key.rawValue,
      .object([
        JSONMember("value", value.map { .string($0) } ?? .null), JSONMember("from", .string(from)),
      ]))
  }

  var line: Text {
    let name = key.rawValue + String(repeating: " ", count: max(0, 8 - key.rawValue.count))
    guard let value else { return Text("\(name)(par défaut)", "\(name)(default)") }
    return isOfEnvironment
      ? Text("\(name)\(value)  (environnement)", "\(name)\(value)  (environment)")
      : Text("\(name)\(value)  (fichier)", "\(name)\(value)  (file)")
  }
}
