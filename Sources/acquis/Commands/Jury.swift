internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `jury JURY`
  static let jury = Command(
    name: "jury",
    summary: Text(
      "montre un jury : composition, présence, décisions, procès-verbal",
      "shows a jury's register: composition, presence, decisions, minutes"),
    arguments: [
      Argument(name: "JURY", help: Text("l’identifiant du jury", "the jury's id"))
    ],
    options: [Command.on, Command.known] + JurySheet.options,
    example: "acquis jury DEMO-J-APPEAL --on 2021-07-15"
  ) { invocation in
    let id: JuryID = try invocation.id("JURY")
    if try JurySheet.isAsked(invocation) { return try JurySheet.write(id, invocation) }
    let question = try invocation.question()
    let (log, day, known) = (question.log, question.on, question.known)
    try UnknownID.check(.jury(id), in: log)
    let answer = try question.register(of: id)
    try invocation.print(
      answer, json: \.json,
      none: Text(
        "\(id) : jury non constitué au \(day.text.french), connu jusqu’à la position \(known)",
        "\(id): not convened on \(day), as known at position \(known)"
      ), lines: { JuryText.lines($0.state, on: day, in: $1) })
  }
}
