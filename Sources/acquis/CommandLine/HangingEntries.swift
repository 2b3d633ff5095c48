internal import AcquisLedger
internal import EventLog
internal import Events

/// What hangs on an entry that a command annuls or corrects: told before it acts, and asked.
struct HangingEntries {
  private let dependents: Dependents
  private let prospect: ProspectiveLog
  private let on: CalendarDate

  init(in prospect: ProspectiveLog, on day: CalendarDate) throws {
    self.prospect = prospect
    on = day
    dependents = try Dependents(in: prospect, on: day)
  }

  /// The member of a JSON answer.
  var member: JSONMember { JSONMember("hanging", .list(dependents.entries.map(\.json))) }

  /// Whether nothing hangs on the entry.
  var isEmpty: Bool { dependents.isEmpty }

  /// Prints what hangs on the entry as the answer; nothing where nothing does.
  func print(_ invocation: Invocation) throws {
    guard !dependents.isEmpty else { return }
    for line in try lines(invocation) { try invocation.output.wrapped(line) }
  }

  /// Tells on standard error what hangs on the entry, and asks a person at a terminal whether to go on, unless
  /// `--yes` is given; does nothing where nothing hangs on it.
  ///
  /// - Throws: ``Failure/check(_:)`` if the answer is not yes, or nobody can be asked. Nothing is recorded
  ///   then.
  func confirm(_ invocation: Invocation) throws {
    guard !dependents.isEmpty else { return }
    let output = invocation.output
    if invocation.has("json") {
      if invocation.has("yes") { return }
      try output.line(JSONValue.object([member]).description)
      throw Self.unconfirmed(dependents.entries.count)
    }
    for line in try lines(invocation) { output.note(line) }
    if invocation.has("yes") { return }
    guard let dialogue = Dialogue(output) else {
      output.keepUnconfirmed()
      throw Self.unconfirmed(dependents.entries.count)
    }
    guard try dialogue.confirms(Text("Continuer ? (oui, non)", "Go on? (yes, no)")) else {
      throw Failure.check(Text("rien n’a été enregistré", "nothing was recorded"))
    }
  }

  private func lines(_ invocation: Invocation) throws -> [Text] {
    let question = Question(log: prospect, on: on, known: prospect.recorded)
    let persons = try PersonNames(invocation.openedTexts(question))
    return try DependentsText(
      dependents: dependents, persons: persons, isCorrection: invocation.command.name == "correct"
    ).lines()
  }

  private static func unconfirmed(_ count: Int) -> Failure {
    let resting = Text.count(
      count, Text("entrée repose", "entry rests"), Text("entrées reposent", "entries rest"))
    return .check(
      Text(
        "\(resting.french) sur celle-ci : relancez avec --yes"
          + " pour continuer ; rien n’a été enregistré",
        "\(resting.english) on this one: run it again with --yes to"
          + " go on; nothing was recorded"))
  }
}

extension RecordedChanges {
  /// What changed, as lines that name persons where they may be shown.
  func lines(_ invocation: Invocation) throws -> [Text] {
    guard let last = entries.last?.position else { return [] }
    let question = Question(log: log, on: on, known: last)
    return try RecordedText(
      changes: self, persons: try PersonNames(invocation.openedTexts(question))
    ).lines()
  }
}

extension Invocation {
  /// The texts about persons that an answer shows; none where the vault cannot be opened, because what the
  /// command did is to be told all the same.
  func openedTexts(_ question: Question) -> PersonalTexts {
    (try? personalTexts(question)) ?? PersonalTexts(of: question, opening: nil)
  }
}

extension Output {
  /// Writes a line of the answer, broken between words at the terminal's width; whole if it goes to no
  /// terminal.
  func wrapped(_ text: Text, indent: Int = 0) throws(Failure) {
    let said = text.text(in: language)
    let start = said.prefix { $0 == " " }.count + indent
    guard let width = terminalWidth else {
      return try line(String(repeating: " ", count: indent) + said)
    }
    for part in Wrapped.lines(said, indent: start, width: width) { try line(part) }
  }
}
