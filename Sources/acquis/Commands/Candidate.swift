internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `candidate CANDIDATE [--all [--to FILE]]`
  static let candidate = Command(
    name: "candidate",
    summary: Text(
      "dit où en est une personne dans chacune de ses candidatures",
      "shows the state of each of a person’s candidacies"),
    arguments: [
      Argument(
        name: "CANDIDATE",
        help: Text(
          "l’identifiant de la personne, n’importe lequel",
          "the person's id, any of them"))
    ],
    options: [
      Option(
        name: "all",
        help: Text(
          "tout ce qui est enregistré sur la personne, textes ouverts, pour une demande d’accès (RGPD, article 15)",
          "everything held about the person, texts opened, for a request for access (GDPR, article 15)"
        )), to,
    ] + names + [on, known],
    example: "acquis candidate DEMO-P-LAPSE --on 2023-02-01"
  ) { invocation in
    let question = try invocation.question()
    let id = try invocation.id("CANDIDATE", in: question.log) { Subject.candidate($0) }
    let (log, day, known) = (question.log, question.on, question.known)
    guard let person = try question.person(id) else {
      let last = try log.head().last
      if try PersonHistory(of: id, known: last, in: log) == nil {
        throw try UnknownID.candidate(id, in: log)
      }
      // The id was introduced after the known position.
      if invocation.has("json") { return try invocation.output.line(JSONValue.null.description) }
      return try invocation.output.line(
        Text(
          "\(id) : personne encore inconnue ; état du registre : position \(known)",
          "\(id): not known yet at position \(known)"))
    }
    let answers = try person.candidacies.compactMap { candidacy in
      try question.status(of: candidacy)
    }
    if invocation.has("all") {
      return try printAll(of: id, answers.map(\.state), question, invocation)
    }
    if invocation.has("to") {
      throw Failure.usage(Text("--to va avec --all", "--to goes with --all"))
    }
    if invocation.has("json") {
      let answer: JSONValue = [
        "candidate": .string(person.candidate.text),
        "ids": .list(person.ids.map { .string($0.text) }),
        "on": .string(day.description), "known": .integer(Int(known.number)),
        "edition": .string(Edition.current.description),
        "candidacies": .list(answers.map(\.json)),
      ]
      return try invocation.output.line(answer.description)
    }
    let texts = try invocation.personalTexts(question)
    let text = try PersonScreen(person, answers, question, texts)
    let output = invocation.output
    let width = output.terminalWidth ?? Wrapped.defaultWidth
    for line in text.lines(in: output.language, width: width) { try output.line(line) }
  }

  /// Everything held about a person: JSON, or a document to hand over.
  private static func printAll(
    of id: CandidateID, _ candidacies: [CandidacyState], _ question: Question,
    _ invocation: Invocation
  ) throws {
    let vault = try Ledger(invocation).vault(.toRead)
    guard let record = try PersonalRecord(of: id, question, opening: vault) else {
      throw try UnknownID.candidate(id, in: question.log)
    }
    if invocation.has("json") { return try invocation.output.line(record.json.description) }
    let texts = PersonalTexts(of: question, opening: vault)
    let certifier = try candidacies.lazy.compactMap { state in
      try question.certifier(of: state.certification)?.description
    }.first
    let document = AccessDocument(
      record, identity: try texts.identity(of: id), candidacies: candidacies, on: question.on,
      certifier: certifier)
    try invocation.write(document.document(in: Languages(invocation.output.language)))
  }
}
