internal import AcquisLedger
internal import Events

/// The facts that `record` was given, as words, as JSON, or as answers at a terminal.
struct RecordedLines {
  let submissions: [Submission]
  /// What was understood where it is not what was typed.
  private(set) var told: [Text] = []
  /// Chooses the ids that were left out; nil if none was.
  private(set) var ids: NextIDs?

  /// The facts of a file; `--by` and `--on` serve lines that have none.
  init(file: String, _ invocation: Invocation) throws {
    let excess = ["data", "id", "waive", "reason"].first { invocation.has($0) }
    guard invocation.argument("TYPE") == nil, excess == nil else {
      throw Failure.usage(
        Text(
          "--file ne va qu’avec --by et --on : chaque ligne contient le reste",
          "--file goes with --by and --on alone: each line states the rest"))
    }
    let bytes = try InputFile.read(file)
    let lines = Submission.readEach(jsonLines: bytes)
    let day = invocation.has("on") ? try invocation.day() : nil
    submissions = lines.submissions.map { [by = try? invocation.recorderGiven()] in
      $0.completed(recordedBy: by, occurredOn: day)
    }
    if lines.failures.isEmpty, submissions.isEmpty {
      throw Failure.input(
        Text("ne contient aucune entrée", "holds no event").nothingRecorded.at(file))
    }
    if !lines.failures.isEmpty {
      throw try Self.failure(of: lines.failures, submissions, file, invocation)
    }
  }

  /// Everything wrong with a file: the lines that could not be read, and what is wrong with the others.
  private static func failure(
    of unread: [SubmissionFailure], _ submissions: [Submission], _ file: String,
    _ invocation: Invocation
  ) throws -> Failure {
    var wrong = WrongLines()
    wrong.add(unread)
    let ledger = try Ledger(invocation)
    var recorder = try ledger.openForRecording { try $0.recorder() }
    do throws(SubmissionFailure) {
      if !submissions.isEmpty { try recorder.check(submissions) }
    } catch {
      wrong.add(ofOthers: error)
    }
    return wrong.failure { "\(file):\($0)" }
  }

  /// The facts of `TYPE` with its fields, asked one by one where a person at a terminal gave none.
  init(type: EventType, _ invocation: Invocation) throws {
    let id = try invocation.entryID()
    let by = try invocation.recordedBy()
    var day = try invocation.day()
    if invocation.option("on") != day.description { told.append(FieldLabels.line("on", day.text)) }
    var words = invocation.rest
    if words.isEmpty, !invocation.has("data"), let dialogue = Dialogue(invocation.output) {
      let log = try Ledger(invocation).log()
      var questions = Questionnaire(
        type, dialogue, names: RecordedNames(in: log), today: Ledger.today)
      try questions.ask()
      words = questions.words
      if !invocation.has("on") { day = try Self.ask(day, dialogue) }
      told = [FieldLabels.line("on", day.text)]
      try Self.confirm(type, words, day, dialogue)
    }
    let facts: [JSONValue]
    if words.isEmpty, invocation.has("data") {
      facts = [try Self.data(invocation)]
    } else {
      let data = try Self.data(invocation)
      let typed = try Failure.asTyped {
        try TypedFacts(
          words, of: type, into: data,
          for: invocation.has("data") ? .recordingWithIDs : .recording,
          names: RecordedNames(in: try Ledger(invocation).log()), today: Ledger.today)
      }
      facts = typed.data
      told += typed.told
      ids = try typed.openKey.map {
        NextIDs(for: $0, certificatePrefix: try UserSettings.kept().values[.prefix])
      }
    }
    if facts.count > 1, id != nil {
      throw Failure.usage(
        Text(
          "un identifiant d’entrée n’est que d’un fait ; sans --id, chacun reçoit le sien",
          "an entry's id is of one fact; without --id, each gets its own"))
    }
    let envelope =
      [
        JSONMember("type", .string(type.rawValue)),
        JSONMember("occurredOn", .string(day.description)), JSONMember("recordedBy", .string(by)),
      ] + (id.map { [JSONMember("id", .string($0))] } ?? [])
      + (try RecordingCommand.waiver(invocation))
    submissions = try facts.enumerated().map { index, data in
      try Submission(.object(envelope + [JSONMember("data", data)]), line: index + 1)
    }
  }

  private static func ask(_ today: CalendarDate, _ dialogue: Dialogue) throws -> CalendarDate {
    while true {
      let answer = try dialogue.ask(
        Text(
          "le jour du fait (vide : aujourd’hui, \(today.text.french))",
          "the day of the fact (left out: today, \(today.text.english))"))
      if answer.isEmpty { return today }
      if let day = try? CalendarDate(typed: answer, today: today) { return day }
      dialogue.say(CalendarDate.typedForms)
    }
  }

  /// Shows what was answered, and asks whether it is to be recorded.
  ///
  /// - Throws: ``Failure/usage(_:)`` where it is not.
  private static func confirm(
    _ type: EventType, _ words: [String], _ day: CalendarDate, _ dialogue: Dialogue
  ) throws {
    let text = (type.text, day.text)
    dialogue.say(
      Text("\(text.0.french), le \(text.1.french)", "\(text.0.english), \(text.1.english)"))
    for word in words { dialogue.say(Text(verbatim: "  " + word)) }
    guard try dialogue.confirms(Text("Enregistrer ? (oui, non)", "Record it? (yes, no)")) else {
      throw Failure.usage(Text("rien n’a été enregistré", "nothing was recorded"))
    }
  }

  /// The object of `--data`; an empty one without the option.
  private static func data(_ invocation: Invocation) throws -> JSONValue {
    guard let text = invocation.option("data") else { return .object([]) }
    let bytes = text == "-" ? try InputFile.read("-") : Array(text.utf8)
    let value: JSONValue
    do throws(ReadingFailure) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw Failure.input(error.text.at("--data"))
    }
    guard case .object = value else {
      throw Failure.input(
        Text("un objet JSON est attendu", "expected a JSON object").at("--data"))
    }
    return value
  }
}
