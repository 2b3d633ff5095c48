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
          "ses champs ; plusieurs valeurs, a,b, sont plusieurs faits, ou une liste ; un champ dans un autre s’écrit source.candidacy=… ; "
            + "sans aucun, à un terminal, ils sont demandés un à un",
          "its fields; several values, a,b, are several facts, or a list; a field within another is written source.candidacy=…; "
            + "without any, at a terminal, they are asked one by one"
        ),
        isOptional: true, isRest: true),
    ],
    options: [
      Option(
        name: "on", value: "DATE",
        help: Text(
          "le jour où il a pris effet : 17/06/2021, `2021-06-17`, hier (par défaut aujourd’hui à Paris)",
          "the day it took effect: 2021-06-17, 17/06/2021, yesterday (default: today in Paris)")),
      Option(
        name: "data", value: "JSON",
        help: Text(
          "ses champs en JSON ; - les lit sur l’entrée standard, hors de la liste des processus",
          "its fields as JSON; - reads standard input, out of the list of processes"),
        input: .file),
      Option(
        name: "file", value: "F",
        help: Text(
          "un fichier de faits, JSON Lines, tous ou aucun, à reprendre sans risque si chacun a son identifiant ; --by et --on servent aux lignes qui n’en ont pas",
          "a file of facts, JSON Lines, all or none, safe to retry where each has its id; --by and --on serve lines that have none"
        ),
        input: .file),
      RecordingCommand.distinct,
    ] + RecordSheet.options + RecordingCommand.options,
    example:
      "acquis record CandidateSummoned --on 2024-05-02 --by clerk:3 jury=J-2024-01 candidacy=D-2024-007"
  ) { invocation in
    if try RecordSheet.isAsked(invocation) { return try RecordSheet.run(invocation) }
    let lines: RecordedLines
    if let file = invocation.option("file") {
      lines = try RecordedLines(file: file, invocation)
    } else if let type = invocation.argument("TYPE") {
      lines = try RecordedLines(type: try Failure.type(named: type), invocation)
    } else {
      throw Failure.usage(
        Text(
          "TYPE manque : \(invocation.command.shownUsage.french)",
          "TYPE is missing: \(invocation.command.shownUsage.english)"))
    }
    try RecordingCommand.decide(
      lines.submissions, from: invocation.option("file"), choosing: lines.ids, told: lines.told,
      invocation)
  }
}
