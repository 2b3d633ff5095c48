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
    let answer = try question.status(of: id)
    if answer == nil, try question.log.enrolment(of: id) == nil {
      throw try UnknownID.candidacy(id, in: question.log)
    }
    try invocation.print(
      answer, json: \.json,
      none: Text(
        "\(id) : pas de réponse ; pas inscrite au \(question.on.text.french), su jusqu’à \(question.known)",
        "\(id): no answer; not enrolled on \(question.on), as known at position \(question.known)"
      ), lines: StatusText.lines(_:in:))
  }
}
