internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `status CANDIDACY`
  static let status = Command(
    name: "status",
    summary: Text(
      "dit où en est une candidature, et d’après quelles entrées",
      "shows a candidacy’s state, and the events it follows from"),
    arguments: [
      Argument(
        name: "CANDIDACY",
        help: Text(
          "l’identifiant de la candidature",
          "the candidacy's id"))
    ],
    options: names + [on, known],
    example: "acquis status DEMO-D-0001 --on 2021-06-17 --known 2021-07-01T00:00:00Z"
  ) { invocation in
    let question = try invocation.question()
    let id = try invocation.id("CANDIDACY", in: question.log) { Subject.candidacy($0) }
    let answer = try question.status(of: id)
    if answer == nil, try question.log.enrolment(of: id) == nil {
      throw try UnknownID.candidacy(id, in: question.log)
    }
    if invocation.has("json") || answer == nil {
      let none =
        answer == nil ? try why(id, hasNoAnswerTo: question, invocation) : Text(verbatim: "")
      return try invocation.print(answer, json: \.json, none: none, lines: { _, _ in [] })
    }
    guard let answer else { return }
    let text = try StatusText(answer, question, try invocation.personNames(question))
    let output = invocation.output
    let width = output.terminalWidth ?? Wrapped.defaultWidth
    for line in text.lines(in: output.language, width: width) { try output.line(line) }
  }

  /// Why a candidacy of the ledger has no state on the day.
  private static func why(
    _ id: CandidacyID, hasNoAnswerTo question: Question, _ invocation: Invocation
  ) throws -> Text {
    if let annulled = try AnnulledEnrolment(of: id, question) {
      return try annulled.sentence(invocation.openedTexts(question))
    }
    let isEnrolled = try question.timeline(of: id).contains {
      $0.type == .candidateEnrolled && !$0.annulled
    }
    let known = Text(
      "état du registre : position \(question.known)", "as known at position \(question.known)")
    let day = question.on.text
    return isEnrolled
      ? Text(
        "\(id) : inscrite, mais le référentiel de sa certification est annulé ; \(known.french)",
        "\(id): enrolled, but its certification's framework is annulled, \(known.english)")
      : Text(
        "\(id) : pas encore d’inscription au \(day.french) ; \(known.french)",
        "\(id): not enrolled on \(day.english), \(known.english)")
  }
}
