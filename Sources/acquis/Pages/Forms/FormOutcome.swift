internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Rules

/// What became of a form that was tried or recorded.
struct FormOutcome {
  private let call: PageCall
  private let done: ServedCall
  private let isTrial: Bool

  init(_ call: PageCall, _ done: ServedCall, isTrial: Bool) {
    (self.call, self.done, self.isTrial) = (call, done, isTrial)
  }

  /// The lines that the command answered.
  private var lines: [Text] {
    let allowed = Text("permis ;", "allowed;").text(in: call.language)
    return String(decoding: done.answer, as: UTF8.self).split(separator: "\n").map { line in
      line.hasPrefix(allowed)
        ? Text(
          "Essai concluant : rien n’a été enregistré.", "The trial succeeds: nothing was recorded.")
        : Text(verbatim: String(line))
    }
  }

  var isRefused: Bool { done.failure != nil }

  /// Whether a person of the same name is known already.
  var isOfPerson: Bool {
    guard case .check? = done.failure else { return false }
    return done.refusals.isEmpty && !done.isUnconfirmed
  }

  /// The page of what was recorded; else the form again.
  ///
  /// - Parameters:
  ///   - place: where to go; nil: the page of what the last entry is about.
  ///   - fallback: where to go if what was recorded has no page.
  ///   - form: the form with what was typed, why it is refused, and what a trial says.
  func answer(
    to place: [String]? = nil, fallback: [String],
    _ form: (FormOutcome, _ told: [Text]) throws -> Page
  ) throws -> PageAnswer {
    if case .ledger(let text)? = done.failure { throw Failure.ledger(text) }
    guard done.failure == nil, !isTrial else {
      let told =
        done.failure == nil
        ? lines + done.notes : done.isUnconfirmed ? done.notes : []
      return .page(try form(self, told))
    }
    call.notice(lines + done.notes)
    if let place { return .redirect(PageLinks.address(place, [])) }
    return .redirect(
      try done.recorded.flatMap { try call.place(of: $0) } ?? PageLinks.address(fallback, []))
  }

  /// The field of the data that a line is about, `champ data.identity.birthDate : …`, and what it says of it.
  private static func field(of line: Text) -> (name: String?, told: Text) {
    guard let name = line.english.split(separator: ":").first.map(String.init),
      name.hasPrefix("field data."), let said = line.english.firstRange(of: ": "),
      let saying = line.french.firstRange(of: " : ")
    else { return (nil, line) }
    return (
      String(name.dropFirst("field data.".count)),
      Text(
        String(line.french[saying.upperBound...]), String(line.english[said.upperBound...]))
    )
  }

  /// The lines of a failure, without the one that says that nothing was recorded, which the form's head says, and
  /// with the form's own words in place of an option.
  private static func lines(of text: Text) -> [Text] {
    let french = text.french.split(separator: "\n").map(String.init)
    let english = text.english.split(separator: "\n").map(String.init)
    guard french.count == english.count, french.count > 1 else { return [text.withoutOption] }
    return zip(french, english).dropFirst().map { french, english in
      guard !french.contains("--distinct") else {
        return Text(
          "si c’est elle, rien à enregistrer : inscrivez-la sous l’identifiant connu ; si c’est une autre personne, cochez la case au bas du formulaire",
          "if it is the same person, there is nothing to record: enrol them under the id known; if it is another one, tick the box at the end of the form"
        )
      }
      return Text(FormValues.trimmed(french), FormValues.trimmed(english)).withoutOption
    }
  }

  /// Adds why it is refused, each rule by itself.
  ///
  /// - Parameters:
  ///   - named: the name in the form of a field of the data.
  ///   - field: the field that a rule is about.
  func add(
    to problems: inout FormProblems, named: (String) -> String = { $0 },
    _ field: (RuleID) -> String?
  ) {
    guard let failure = done.failure else { return }
    if !done.refusals.isEmpty {
      for refusal in done.refusals { problems.add(refusal, field: field(refusal.rule)) }
      return
    }
    if done.isUnconfirmed {
      return problems.add(
        field: nil,
        Text(
          "d’autres entrées reposent sur celle-ci : cochez « Continuer » en bas pour l’enregistrer quand même",
          "other entries rest on this one: tick “Go on” below to record it anyway"))
    }
    for line in Self.lines(of: failure.text) {
      let (name, told) = Self.field(of: line)
      problems.add(field: name.map(named), told)
    }
  }
}
