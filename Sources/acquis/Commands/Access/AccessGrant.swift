internal import Access
internal import AcquisLedger
internal import Events

extension Command {
  /// `access grant WHO --role R [--until DAY] [--names] [--may-waive]`
  static let accessGrant = Command(
    name: "access grant",
    summary: Text(
      "accorde un droit d’accès à une personne, et montre son jeton, une seule fois",
      "grants access to a person, and shows the token, once"),
    arguments: [
      Argument(
        name: "WHO",
        help: Text(
          "un identifiant, comme `officer:17`, jamais un nom : celui de tout ce que ce jeton enregistrera",
          "an id, as officer:17, never a name: that of all that this token will record"))
    ],
    options: [
      Option(
        name: "role", value: "R",
        help: Text(
          "auditeur (lit et prouve, sans les noms), chargé-de-vae (voit aussi les noms, reconnaît, atteste) ou administrateur (enregistre aussi) ; obligatoire",
          "auditor (reads and proves, without names), officer (sees names too, recognises, attests) or administrator (records too); required"
        )),
      Option(
        name: "until", value: "DAY",
        help: Text(
          "le dernier jour, compris (sinon jusqu’à ce qu’il soit révoqué)",
          "the last day, included (else until it is revoked)")),
      Option(
        name: "names",
        help: Text(
          "les réponses nomment les personnes sans qu’on le demande (pas pour un auditeur)",
          "answers name persons without being asked to (not for an auditor)")),
      Option(
        name: "may-waive",
        help: Text(
          "un administrateur peut alors déroger à une règle, avec un motif",
          "an administrator may then waive a rule, with a reason")),
    ],
    example: "acquis access grant officer:17 --role officer --until 2030-12-31"
  ) { invocation in
    let request = try AccessRequest(invocation)
    let file = try Ledger(invocation).accessFile()
    let now = LedgerClock.system().now()
    let others = try file.read().named(request.who.text).filter { other in
      other.who == request.who && other.state(on: now.dayInParis) == .active
    }
    let (grant, token) = try file.grant(request, at: now)
    invocation.output.noteDone(.accessGranted)
    if invocation.has("json") {
      let answer: JSONValue = [
        "who": .string(grant.who.text), "role": .string(grant.role.rawValue),
        "until": grant.until.map { .string($0.description) } ?? .null,
        "names": .boolean(grant.showsNames), "mayWaive": .boolean(grant.mayWaive),
        "id": .string(grant.id), "token": .string(token.text),
      ]
      try invocation.output.line(answer.description)
    } else {
      for line in grant.lines { try invocation.output.line(line) }
      try invocation.output.line(
        Text(
          "Ce jeton n’est montré qu’une fois ; donnez-le à cette personne seule : \(token.text)",
          "This token is shown once; give it to that person alone: \(token.text)"))
    }
    guard !others.isEmpty else { return }
    let ids = others.map(\.id).joined(separator: ", ")
    invocation.output.note(
      Text(
        "\(grant.who) en avait déjà, toujours en vigueur : \(ids) ; `acquis access revoke` les révoque",
        "\(grant.who) had some already, which are still active: \(ids); `acquis access revoke` revokes them"
      ))
  }
}

extension AccessRequest {
  /// What a call asks for.
  ///
  /// - Throws: ``Failure/usage(_:)`` naming the argument or the option.
  fileprivate init(_ invocation: Invocation) throws(Failure) {
    let who: RecorderID = try invocation.id("WHO")
    guard let role: Role = try invocation.word("role") else {
      throw .usage(
        Text(
          "--role manque : \(invocation.command.shownUsage.french)",
          "--role is missing: \(invocation.command.shownUsage.english)"))
    }
    let until = try invocation.day("until")
    do throws(AccessRequest.Refusal) {
      try self.init(
        who: who, role: role, until: until, showsNames: invocation.has("names"),
        mayWaive: invocation.has("may-waive"), on: Ledger.today)
    } catch { throw error.failure }
  }
}

extension AccessGrant {
  /// What was granted, without its token.
  fileprivate var lines: [Text] {
    let end =
      until.map {
        Text("jusqu’au \($0.text.french) compris", "until \($0.text.english), included")
      } ?? Text("jusqu’à ce qu’il soit révoqué", "until it is revoked")
    var lines = [
      Text(
        "Droit d’accès \(id) accordé à \(who) : \(role.text.french), \(end.french).",
        "Access \(id) granted to \(who): \(role.text.english), \(end.english)."),
      Text(
        "Un \(role.text.french) \(role.explanation.french).",
        "An \(role.text.english) \(role.explanation.english)."),
    ]
    if may(.seeNames) {
      lines.append(
        showsNames
          ? Text(
            "Les réponses nomment les personnes sans qu’on le demande.",
            "Answers name persons without being asked to.")
          : Text(
            "Les réponses ne nomment les personnes que si on le demande.",
            "Answers name persons only when asked to."))
    }
    if may(.waive) {
      lines.append(
        Text(
          "Peut déroger à une règle, avec un motif.", "May waive a rule, with a reason."))
    }
    return lines
  }
}
