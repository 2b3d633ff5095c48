internal import Answers
internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Projections
internal import Recording

extension Command {
  /// `status CANDIDACY`
  static let status = Command(
    name: "status",
    summary: Wording(
      "dit où en est une candidature, et quels événements l’y ont mise",
      "tells where a candidacy stands, and which events made it so"),
    arguments: [
      Argument(
        name: "CANDIDACY",
        help: Wording(
          "l’identifiant de la candidature",
          "the candidacy's id"))
    ],
    options: [Command.on, Command.known],
    example: "acquis status DEMO-D-0001 --on 2021-06-17 --known 2021-07-01T00:00:00Z"
  ) { invocation in
    let log = try Ledger(invocation).log()
    let text = invocation.argument("CANDIDACY") ?? ""
    let id = try invocation.read("CANDIDACY", text) { (text) throws(InvalidValue) in
      try CandidacyID(text)
    }
    let day = try invocation.day()
    let known = try invocation.known(in: log)
    let state = try CandidacyHistory(of: id, known: known, in: log).state(on: day)
    if state == nil, try log.enrolment(of: id) == nil { throw try UnknownID.candidacy(id, in: log) }
    let answer = state.map { CandidacyAnswer(on: day, known: known, state: $0) }
    if invocation.has("json") { return try Output.line((answer?.json ?? .null).description) }
    guard let answer else {
      return try Output.line(
        Wording(
          "\(id) : pas de réponse ; pas inscrite au \(day.wording.french), su jusqu’à \(known)",
          "\(id): no answer; not enrolled on \(day), as known at position \(known)"
        ).text)
    }
    for line in StatusText.lines(answer) { try Output.line(line) }
  }
}
