internal import AcquisLedger
internal import Events

extension Command {
  /// `record TYPE --on DATE --by WHO field=value …`
  static let record = Command(
    name: "record",
    summary: Text(
      "enregistre un fait, si les règles le permettent",
      "records a fact, if the rules allow it"),
    arguments: [
      Argument(
        name: "TYPE",
        help: Text(
          "le type du fait, comme BlockValidated", "the fact's type, as BlockValidated"),
        isOptional: true),
      Argument(
        name: "FIELD=VALUE",
        help: Text(
          "ses champs ; une liste s’écrit a,b, un champ dans un autre source.candidacy=…, le reste en JSON",
          "its fields; a list is written a,b, a field within another source.candidacy=…, the rest as JSON"
        ),
        isOptional: true, isRest: true),
    ],
    options: [
      Option(
        name: "on", value: "DATE",
        help: Text("le jour où il a pris effet", "the day it took effect")),
      Option(
        name: "data", value: "JSON",
        help: Text(
          "ses champs en JSON ; - les lit sur l’entrée standard, hors de la liste des processus",
          "its fields as JSON; - reads standard input, out of the list of processes"),
        input: .file),
      Option(
        name: "file", value: "F",
        help: Text(
          "un fichier de faits, JSON Lines, tous ou aucun, à reprendre sans risque si chacun a son identifiant",
          "a file of facts, JSON Lines, all or none, safe to retry where each has its id"),
        input: .file),
      RecordingCommand.distinct,
    ] + RecordingCommand.options,
    example:
      "acquis record CandidateSummoned --on 2024-05-02 --by clerk:3 jury=J-2024-01 candidacy=D-2024-007"
  ) { invocation in
    if let file = invocation.option("file") {
      let excess = ["on", "data", "by", "id", "waive", "reason"].first { invocation.has($0) }
      guard invocation.argument("TYPE") == nil, excess == nil else {
        throw Failure.usage(
          Text(
            "--file se donne seul : chaque ligne contient tout",
            "--file takes nothing else: each line states everything"))
      }
      let bytes = try InputFile.read(file)
      let lines: [Submission]
      do throws(SubmissionFailure) {
        lines = try Submission.read(jsonLines: bytes)
      } catch {
        throw Failure(error, file: file, ledger: file)
      }
      return try RecordingCommand.decide(lines, from: file, invocation)
    }
    guard let type = invocation.argument("TYPE"), let day = invocation.option("on") else {
      throw Failure.usage(
        Text(
          "TYPE et --on manquent : \(invocation.command.shownUsage.french)",
          "TYPE and --on are missing: \(invocation.command.shownUsage.english)"))
    }
    let on = try invocation.read("--on", day) { (text) throws(InvalidValue) in
      try CalendarDate(text)
    }
    let fields = try DataFields(
      invocation.rest, of: EventType(rawValue: type), into: try data(invocation))
    let envelope =
      [
        JSONMember("type", .string(type)), JSONMember("occurredOn", .string(on.description)),
        JSONMember("recordedBy", .string(RecordingCommand.recordedBy(invocation))),
      ] + (try invocation.entryID().map { [JSONMember("id", .string($0))] } ?? [])
      + (try RecordingCommand.waiver(invocation))
    let line = try Submission(.object(envelope + [JSONMember("data", fields.data)]), line: 1)
    try RecordingCommand.decide([line], from: nil, invocation)
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
