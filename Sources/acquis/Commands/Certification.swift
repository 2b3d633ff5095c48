internal import AcquisLedger
internal import Catalogue
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `certification CODE [--to OTHER]`
  static let certification = Command(
    name: "certification",
    summary: Text(
      "montre un référentiel, les politiques en vigueur et ce qui les fonde, et ses chiffres",
      "shows a framework, the policies in force with their basis, and its figures"),
    arguments: [
      Argument(
        name: "CODE", help: Text("le code de la certification", "the certification's code"))
    ],
    options: [
      Option(
        name: "to", value: "CODE",
        help: Text(
          "les correspondances avec une autre certification, à la place",
          "the correspondences with another certification instead")),
      Command.on, Command.known,
    ],
    example: "acquis certification 3474 --on 2022-06-15"
  ) { invocation in
    let question = try invocation.question()
    let (log, known) = (question.log, question.known)
    let code = try invocation.certification("CODE", invocation.argument("CODE") ?? "", in: log)
    let other = try invocation.option("to").map { (text) throws in
      try invocation.certification("--to", text, in: log)
    }
    let replay = try question.replay(showingIn: invocation.output)
    let width = invocation.output.terminalWidth ?? Wrapped.defaultWidth
    let none = Text(
      "\(code) : pas encore enregistrée ; état du registre : position \(known)",
      "\(code): not registered yet, as known at position \(known)")
    if let other {
      return try invocation.print(
        replay.state.correspondences(of: code, with: other), json: \.json, none: none,
        lines: { CertificationText.lines($0, in: $1, width: width) })
    }
    let answer = try question.certification(code, in: replay.state)
    try invocation.print(
      answer, json: \.json, none: none,
      lines: { CertificationText.lines($0, in: $1, width: width) })
  }
}

extension Question {
  /// A certification with its figures; nil before its registration.
  ///
  /// - Parameters:
  ///   - state: the log folded up to the day of the question.
  ///   - hasFigures: whether its figures are read too, from every jury.
  func certification(
    _ code: CertificationCode, in state: LedgerState, hasFigures: Bool = true
  ) throws -> CertificationAnswer? {
    try state.certification(code, on: on).flatMap { found in
      try log.event(at: found.position).map { entry in
        try CertificationAnswer(
          on: on, known: known, state: found, entry: entry.event,
          catalogue: BuiltInCatalogue.edition(of: found.registration),
          figures: CertificationFigures(
            of: code, years: hasFigures ? state.statistics(of: code) : [],
            juries: hasFigures ? try registers() : [], on: on))
      }
    }
  }
}
