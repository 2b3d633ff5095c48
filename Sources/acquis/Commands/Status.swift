internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `status CANDIDACY`
  static let status = Command(
    name: "status",
    summary: Text(
      "dit où en est une candidature, et quels événements l’y ont mise",
      "tells where a candidacy stands, and which events made it so"),
    arguments: [
      Argument(
        name: "CANDIDACY",
        help: Text(
          "l’identifiant de la candidature",
          "the candidacy's id"))
    ],
    options: [Command.on, Command.known],
    example: "acquis status DEMO-D-0001 --on 2021-06-17 --known 2021-07-01T00:00:00Z"
  ) { invocation in
    let id: CandidacyID = try invocation.id("CANDIDACY")
    let question = try invocation.question()
    let (log, day, known) = (question.log, question.on, question.known)
    let state = try CandidacyHistory(of: id, known: known, in: log).state(on: day)
    if state == nil, try log.enrolment(of: id) == nil { throw try UnknownID.candidacy(id, in: log) }
    let answer = state.map { CandidacyAnswer(on: day, known: known, state: $0) }
    try invocation.print(
      answer, json: \.json,
      none: Text(
        "\(id) : pas de réponse ; pas inscrite au \(day.text.french), su jusqu’à \(known)",
        "\(id): no answer; not enrolled on \(day), as known at position \(known)"
      ), lines: StatusText.lines(_:in:))
  }
}
