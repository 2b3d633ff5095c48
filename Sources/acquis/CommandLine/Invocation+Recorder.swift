internal import AcquisLedger
internal import Events

extension Invocation {
  /// Who is responsible for the entry: `--by`, else `$ACQUIS_BY`, else what `config by` keeps, else who answers
  /// at the terminal; a trial needs nobody.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a text that is no id, and in a pipe where nothing says who it is.
  func recordedBy() throws -> String {
    if let known = try recorderGiven() { return known }
    // Nothing is recorded under it.
    if has("dry-run") { return "dry-run" }
    guard let dialogue = Dialogue(output) else { throw Self.nobodyRecords }
    let who = try Self.ask(dialogue)
    let question = Text(
      "Garder \(who) pour les prochaines fois ? (oui, non)",
      "Keep \(who) for the next times? (yes, no)")
    if try dialogue.confirms(question) { try UserSettings.keep(who, for: .by) }
    return who
  }

  /// The failure where nothing says who is responsible.
  static var nobodyRecords: Failure {
    .usage(
      Text(
        "qui enregistre ? donnez `--by QUI` (ou `$ACQUIS_BY`, ou `acquis config by QUI` une fois pour toutes)",
        "who records this? give `--by WHO` (or `$ACQUIS_BY`, or `acquis config by WHO` once and for all)"
      ))
  }

  /// Who is responsible, if an option, the environment or a setting says so.
  func recorderGiven() throws -> String? {
    if let by = option("by") { return try checked(by, "--by") }
    if let by = Environment.variable("ACQUIS_BY") { return try checked(by, "ACQUIS_BY") }
    return try UserSettings.kept().values[.by]
  }

  private func checked(_ text: String, _ name: String) throws(Failure) -> String {
    try read(name, text) { (text) throws(InvalidValue) in try RecorderID(text) }.text
  }

  private static func ask(_ dialogue: Dialogue) throws(Failure) -> String {
    while true {
      let answer = try dialogue.ask(
        Text(
          "Qui enregistre ? (un identifiant, comme gestion:marie ; jamais un nom)",
          "Who records this? (an id, as clerk:mary; never a name)"))
      do throws(InvalidValue) { return try RecorderID(answer).text } catch {
        dialogue.say(error.text)
      }
    }
  }
}
