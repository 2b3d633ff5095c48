internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `certification CODE`
  static let certification = Command(
    name: "certification",
    summary: Text(
      "montre un référentiel, les politiques en vigueur et ce qui les fonde, et ses chiffres",
      "shows a framework, the policies in force with their basis, and its figures"),
    arguments: [
      Argument(
        name: "CODE", help: Text("le code de la certification", "the certification's code"))
    ],
    options: [Command.on, Command.known],
    example: "acquis certification 3474 --on 2022-06-15"
  ) { invocation in
    let code: CertificationCode = try invocation.id("CODE")
    let question = try invocation.question()
    let (log, day, known) = (question.log, question.on, question.known)
    try UnknownID.check(.certification(code), in: log)
    let replay = try question.replay(showingIn: invocation.output)
    let answer = replay.state.certification(code, on: day).map {
      CertificationAnswer(on: day, known: known, state: $0)
    }
    try invocation.print(
      answer, json: \.json,
      none: Text(
        "\(code) : pas encore enregistrée ; connu jusqu’à la position \(known)",
        "\(code): not registered yet, as known at position \(known)"
      ), lines: { CertificationText.lines($0.state, on: day, in: $1) })
  }
}
