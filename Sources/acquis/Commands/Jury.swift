internal import AcquisLedger
internal import Documents
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
    options: [on, known] + JurySheet.options,
    example: "acquis jury DEMO-J-APPEAL --on 2021-07-15"
  ) { invocation in
    if try JurySheet.isAsked(invocation) { return try JurySheet.write(invocation) }
    let question = try invocation.question()
    let id = try invocation.id("JURY", in: question.log) { Subject.jury($0) }
    let (log, day, known) = (question.log, question.on, question.known)
    try UnknownID.check(.jury(id), in: log)
    if invocation.has("json") {
      let answer = try question.register(of: id)?.json ?? .null
      return try invocation.output.line(answer.description)
    }
    let texts = try invocation.personalTexts(question)
    guard let proceedings = try JuryProceedings(of: id, question, opening: texts) else {
      return try invocation.output.line(
        Text(
          "\(id) : jury non constitué au \(day.text.french), connu jusqu’à la position \(known)",
          "\(id): not convened on \(day), as known at position \(known)"))
    }
    let output = invocation.output
    let width = output.terminalWidth ?? Wrapped.defaultWidth
    let text = JuryText(proceedings, in: output.language, width: width)
    for line in text.lines { try output.line(line) }
  }
}
