internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `prior CANDIDATE [--for CODE] [--record]`
  static let prior = Command(
    name: "prior",
    summary: Text(
      "dit ce que les validations antérieures d’une personne valent encore, et sur quelle preuve",
      "shows what a person’s prior validations still count for, and on what evidence"),
    arguments: [
      Argument(
        name: "CANDIDATE",
        help: Text(
          "l’identifiant de la personne, n’importe lequel",
          "the person's id, any of them"))
    ],
    options: [
      Option(
        name: "for", value: "CODE",
        help: Text(
          "la certification visée, bloc par bloc (par défaut toutes, une ligne chacune)",
          "the certification aimed at, block by block (default: all, a line each)")),
      Option(
        name: "record",
        help: Text(
          "enregistre, tous ou aucun, l’inscription et les reconnaissances proposées",
          "record the enrolment and the recognitions proposed, all or none")),
      Option(
        name: "pathway", value: "WORD",
        help: Text(
          "la voie d’une inscription proposée (par défaut `experience`, la VAE, si elle est ouverte)",
          "the pathway of an enrolment proposed (default: experience where it is open)")),
      Command.on, Command.known,
    ] + Command.names
      + RecordingCommand.options.filter { ["by", "dry-run", "accept-clock"].contains($0.name) },
    example: "acquis prior DEMO-P-LAPSE --for 3474 --on 2023-02-01"
  ) { invocation in
    let id: CandidateID = try invocation.id("CANDIDATE")
    let question = try invocation.question()
    let code = try certificationAimedAt(invocation, in: question.log)
    guard let answer = try question.prior(of: id, for: code) else {
      return try sayUnknown(id, code, question, invocation)
    }
    let commands = try PriorCommands(answer, in: question.log, invocation)
    if invocation.has("record") { return try record(commands, answer, invocation) }
    let texts = try invocation.personalTexts(question)
    if invocation.has("json") {
      let name = try texts.identity(of: answer.candidate).value.map(PriorText.name)
      let json = answer.json(
        name: name, commands: commands.lines(commands.facts),
        afterExamination: commands.lines(commands.afterExamination))
      return try invocation.output.line(json.description)
    }
    let text = PriorText(
      answer: answer, texts: texts, language: invocation.output.language,
      width: invocation.output.terminalWidth ?? Wrapped.defaultWidth)
    for line in try text.lines(commands) { try invocation.output.line(line) }
  }

  /// The certification of `--for`; nil without the option.
  private static func certificationAimedAt(
    _ invocation: Invocation, in log: some EventLog
  ) throws -> CertificationCode? {
    guard let text = invocation.option("for") else {
      guard !invocation.has("record"), !invocation.has("pathway") else {
        throw Failure.usage(
          Text("--record et --pathway exigent --for", "--record and --pathway need --for"))
      }
      return nil
    }
    guard !invocation.has("record") || !invocation.has("known") else {
      throw Failure.usage(
        Text(
          "--record juge d’après tout ce qui est connu, sans --known",
          "--record judges among all that is known, without --known"))
    }
    return try invocation.certification("--for", text, in: log)
  }

  /// - Throws: ``Failure/input(_:)`` for an id that the ledger does not know at any position.
  private static func sayUnknown(
    _ id: CandidateID, _ code: CertificationCode?, _ question: Question, _ invocation: Invocation
  ) throws {
    let last = try question.log.head().last
    if try PersonHistory(of: id, known: last, in: question.log) == nil {
      throw try UnknownID.candidate(id, in: question.log)
    }
    if invocation.has("json") { return try invocation.output.line(JSONValue.null.description) }
    let isPersonKnown = try question.person(id) != nil
    let named = isPersonKnown ? code?.text ?? id.text : id.text
    try invocation.output.line(
      Text(
        "\(named) : pas encore dans le registre ; état du registre : position \(question.known)",
        "\(named): not in the ledger yet, as known at position \(question.known)"))
  }

  private static func record(
    _ commands: PriorCommands, _ answer: PriorAnswer, _ invocation: Invocation
  ) throws {
    guard commands.facts.isEmpty else {
      return try RecordingCommand.decide(commands.submissions(invocation), from: nil, invocation)
    }
    if invocation.has("json") {
      let nothing: JSONValue = ["first": .null, "last": .null, "findings": .list([])]
      return try invocation.output.line(nothing.description)
    }
    let isHeld = answer.validations?.blocks.contains { $0.heldIn != nil } ?? false
    try invocation.output.line(
      isHeld
        ? Text(
          "rien à enregistrer : ce qui compte est déjà acquis dans la candidature en cours",
          "nothing to record: what counts is held in the live candidacy already")
        : Text(
          "rien à enregistrer : aucun bloc ne compte",
          "nothing to record: no block counts"))
  }
}
