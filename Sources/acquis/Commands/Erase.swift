internal import AcquisLedger
internal import EventLog
internal import Events
internal import Glibc
internal import Vault

extension Command {
  /// `erase CANDIDATE --reason TEXT`, `erase --member M --reason TEXT`
  static let erase = Command(
    name: "erase",
    summary: Text(
      "détruit les clés d’une personne, pour toujours, et enregistre que c’est fait",
      "destroys a person's keys, for ever, and records that it was done"),
    arguments: [
      Argument(
        name: "CANDIDATE",
        help: Text(
          "l’identifiant de la personne, n’importe lequel ; tous sont effacés",
          "the person's id, any of them; all are erased"), isOptional: true)
    ],
    options: [
      Option(
        name: "member", value: "M",
        help: Text(
          "l’identifiant d’un membre de jury ou d’un signataire, au lieu de CANDIDATE",
          "the id of a jury member or of a signatory, in place of CANDIDATE")),
      Option(
        name: "reason", value: "TEXT",
        help: Text(
          "le motif ; - le lit sur l’entrée standard ; imprimé sur le reçu, gardé nulle part ailleurs",
          "why, - reads standard input; printed on the receipt and kept nowhere else"),
        input: .text),
      Option(
        name: "by", value: "WHO",
        help: Text(
          "qui en répond, un identifiant (sinon $ACQUIS_BY, sinon `acquis config by`)",
          "who is responsible for it, an id (else $ACQUIS_BY, else `acquis config by`)")),
      Option(
        name: "on", value: "DATE",
        help: Text(
          "le jour où il prend effet (par défaut aujourd’hui)",
          "the day it takes effect (default today)")),
      Option(
        name: "dry-run",
        help: Text(
          "dit ce qui serait détruit, sans rien faire",
          "show what would be destroyed, and do nothing")),
      Option(
        name: "yes",
        help: Text(
          "efface même une personne pour qui il reste des démarches, et ne demande rien à l’écran",
          "erase even a person for whom something is still to be done, and ask nothing on a terminal"
        )),
      .acceptClock,
    ],
    example: "acquis erase DEMO-P-0042",
    exampleReason: Text("demande du 2 mars 2026", "asked on 2026-03-02")
  ) { invocation in
    let person = try Person(invocation)
    // The reason is about the person: sealed, it would be lost with their key, and in clear it may not be
    // stored. It is kept with the receipt, in the file of the request.
    guard let reason = invocation.option("reason"), !reason.isEmpty else {
      throw Failure.usage(
        Text(
          "--reason manque : un effacement doit être motivé",
          "--reason is missing: an erasure needs a reason"))
    }
    let day = try invocation.day()
    let recorder = try invocation.read("--by", invocation.recordedBy()) {
      (text) throws(InvalidValue) in try RecorderID(text)
    }
    let ledger = try Ledger(invocation)
    let erasure = try ledger.openForRecording { try $0.erasure() }
    let log = erasure.log
    guard let preview = try erasure.preview(of: person) else {
      throw try UnknownID.person(person, in: log)
    }
    if invocation.has("dry-run") { return try preview.print(invocation) }
    try preview.confirm(invocation)
    let outcome: ErasureOutcome?
    do {
      outcome = try erasure.carryOut(on: person, day: day, by: recorder)
    } catch let failure as ErasureNotRecorded {
      throw Failure.unrecorded(failure, ledger: ledger.path)
    }
    switch outcome {
    case nil: throw try UnknownID.person(person, in: log)
    case .refused(let refusals): throw try Failure.refused(refusals, at: nil, invocation)
    case .erased(let receipt):
      invocation.output.noteDone(.erased)
      let proof = try InclusionAnswer(of: receipt.position, in: log)
      try receipt.print(reason: reason, proof, invocation)
    }
  }
}

extension Person {
  /// The person named by `CANDIDATE` or by `--member`.
  ///
  /// - Throws: ``Failure/usage(_:)`` unless exactly one of them is given.
  fileprivate init(_ invocation: Invocation) throws(Failure) {
    switch (invocation.argument("CANDIDATE"), invocation.option("member")) {
    case (_?, nil): self = .candidate(try invocation.id("CANDIDATE"))
    case (nil, let member?):
      self = .member(
        try invocation.read("--member", member) { (text) throws(InvalidValue) in
          try MemberID(text)
        })
    case (nil, nil), (_?, _?):
      throw .usage(
        Text("donnez CANDIDATE ou --member M", "give CANDIDATE or --member M"))
    }
  }
}

extension Failure {
  /// The keys are destroyed, and the event is not recorded yet.
  fileprivate static func unrecorded(_ failure: ErasureNotRecorded, ledger: String) -> Failure {
    .ledger(
      Failure(failure.reason, ledger: ledger).text.then(
        Text(
          "les clés sont détruites, le registre ne le dit pas encore : relancez la même commande",
          "the keys are destroyed, the log does not say so yet: run the same command again")))
  }
}

extension ErasurePreview {
  /// Asks a person at a terminal to type the id again. With `--yes`, and in a pipe if nothing remains to be
  /// done for the person, asks nothing.
  fileprivate func confirm(_ invocation: Invocation) throws(Failure) {
    guard !isDone, !invocation.has("yes") else { return }
    guard isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1 else {
      if outstandingTasks.isEmpty { return }
      let shown = outstandingTasks.map(\.text)
      throw .check(
        Text(
          "rien n’a été détruit ; --yes efface quand même les données de \(person.id), pour qui il reste à traiter :\n"
            + shown.map { "  " + $0.french }.joined(separator: "\n"),
          "nothing was destroyed; --yes erases \(person.id) anyway; still to be done for them:\n"
            + shown.map { "  " + $0.english }.joined(separator: "\n")))
    }
    for line in lines { invocation.output.note(line) }
    invocation.output.note(
      Text(
        "Rien ne pourra rétablir les clés de cette personne. Tapez \(person.id) pour les détruire :",
        "Nothing can restore this person’s keys. Type \(person.id) to destroy them:"
      ))
    guard readLine() == person.id else {
      throw .usage(Text("rien n’a été détruit", "nothing was destroyed"))
    }
  }
}
