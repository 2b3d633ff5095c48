internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `attest CANDIDACY [NUMBER]`, `attest CANDIDACY --credential`, `attest --credential --status FILE`
  static let attest = Command(
    name: "attest",
    summary: Text(
      "écrit l’attestation de ce qui est acquis, le certificat émis ou une attestation numérique",
      "writes the attestation of what is held, the certificate issued or a signed credential"),
    arguments: [
      Argument(
        name: "CANDIDACY", help: Text("l’identifiant de la candidature", "the candidacy's id"),
        isOptional: true),
      Argument(
        name: "NUMBER",
        help: Text(
          "avec --certificate, le numéro émis (par défaut celui en vigueur)",
          "with --certificate, the number issued (default: the one in force)"),
        isOptional: true),
    ],
    options: [
      Option(
        name: "certificate",
        help: Text(
          "le certificat d’un numéro émis, au lieu de l’attestation",
          "the certificate of a number issued, instead of the attestation")),
      Option(
        name: "blocks",
        help: Text(
          "l’attestation des blocs, même si la certification est délivrée",
          "the attestation of blocks, even if the certification is awarded")),
      Option(
        name: "anyway",
        help: Text(
          "malgré un recours en cours ou ce qui est à revoir : le document le dit alors",
          "despite a pending appeal or what is to review: the document then says so")),
      Command.to, Command.on, Command.known,
    ] + credentialOptions + Command.names,
    makesDocument: true,
    example: "acquis attest DEMO-D-APPEAL --to attestation.html --lang fr,en"
  ) { invocation in
    if invocation.has("credential") { return try attestCredential(invocation) }
    for option in credentialOptions where invocation.has(option.name) {
      throw Failure.usage(
        Text(
          "--\(option.name) va avec --credential", "--\(option.name) goes with --credential"))
    }
    guard invocation.argument("CANDIDACY") != nil else { throw noCandidacy(invocation) }
    let request = try request(of: invocation)
    let attestable = try Attestable(of: invocation)
    let document: Document
    do throws(Obstacles) {
      let facts = try attestable.facts(
        for: request, passingOver: invocation.has("anyway"),
        isAsOf: invocation.has("on") || invocation.has("known"))
      document = facts.document(in: invocation.languages())
    } catch {
      if case .certificate(let number?) = request,
        error.elements.contains(.otherNumber(attestable.state.candidacy))
      {
        try UnknownID.check(.certificate(number), in: try invocation.question().log)
      }
      throw Failure.check(error.text(about: attestable))
    }
    try invocation.write(document)
    invocation.output.note(
      Text(
        "ce qui est remis ne peut pas être repris : une attestation reste ce qu’elle était ce jour-là",
        "what is handed over cannot be recalled: an attestation stays what it was on that day"))
  }

  /// The failure of a call without a candidacy.
  static func noCandidacy(_ invocation: Invocation) -> Failure {
    .usage(
      Text(
        "CANDIDATURE manque : \(invocation.command.shownUsage.french)",
        "CANDIDACY is missing: \(invocation.command.shownUsage.english)"))
  }

  /// Which document the words ask for.
  private static func request(of invocation: Invocation) throws(Failure) -> Attestable.Request {
    let number = try invocation.argument("NUMBER").map { (text) throws(Failure) in
      try invocation.read("NUMBER", text) { (text) throws(InvalidValue) in
        try CertificateNumber(text)
      }
    }
    guard invocation.has("certificate") else {
      if number == nil { return invocation.has("blocks") ? .blocks : .byState }
      throw .usage(
        Text(
          "un numéro se donne avec --certificate", "a number is given with --certificate"))
    }
    if invocation.has("blocks") {
      throw .usage(
        Text("--certificate ou --blocks, pas les deux", "--certificate or --blocks, not both"))
    }
    return .certificate(number)
  }
}

extension Attestable {
  /// The candidacy that a document command names, with its holder's name opened.
  ///
  /// - Throws: ``Failure/input(_:)`` for a candidacy that the ledger does not know; ``Failure/check(_:)``
  ///   for one that is not enrolled on the day.
  init(of invocation: Invocation) throws {
    let question = try invocation.question()
    let id = try invocation.id("CANDIDACY", in: question.log) { Subject.candidacy($0) }
    if try question.log.enrolment(of: id) == nil {
      throw try UnknownID.candidacy(id, in: question.log)
    }
    let texts = try invocation.personalTexts(question, isDocument: true)
    guard let attestable = try Attestable(of: id, question, texts) else {
      let day = question.on.text
      throw Failure.check(
        Text(
          "\(id) : pas encore d’inscription au \(day.french) ; état du registre : position \(question.known)",
          "\(id): not enrolled on \(day.english), as known at position \(question.known)"))
    }
    self = attestable
  }
}
