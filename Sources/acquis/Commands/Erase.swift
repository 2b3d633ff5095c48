internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Glibc
internal import Recording
internal import Vault

extension Command {
  /// `erase CANDIDATE --reason TEXT`
  static let erase = Command(
    name: "erase",
    summary: Wording(
      "détruit les clés d’une personne, pour toujours, et inscrit que c’est fait",
      "destroys a person's keys, for ever, and records that it was done"),
    arguments: [
      Argument(
        name: "CANDIDATE",
        help: Wording(
          "l’identifiant de la personne, n’importe lequel ; tous sont effacés",
          "the person's id, any of them; all are erased"))
    ],
    options: [
      Option(
        name: "reason", value: "TEXT",
        help: Wording(
          "le motif, - le lit sur l’entrée standard ; dit par le reçu seul, rien d’autre ne le garde",
          "why, - reads standard input; told by the receipt alone, nothing else keeps it"),
        input: .text),
      Option(
        name: "by", value: "WHO",
        help: Wording(
          "qui en répond, un identifiant (sinon $ACQUIS_BY, sinon uid:N)",
          "who stands for it, an id (else $ACQUIS_BY, else uid:N)")),
      Option(
        name: "on", value: "DATE",
        help: Wording(
          "le jour où il prend effet (par défaut aujourd’hui)",
          "the day it takes effect (default today)")),
      Option(
        name: "dry-run",
        help: Wording(
          "dit ce qui serait détruit, sans rien faire",
          "tell what would be destroyed, and do nothing")),
      Option(
        name: "yes",
        help: Wording(
          "ne demande pas de confirmation à l’écran", "ask for no confirmation on a terminal")),
    ],
    example: "acquis erase DEMO-P-0042 --reason \"asked on 2026-03-02\""
  ) { invocation in
    let candidate: CandidateID = try invocation.id("CANDIDATE")
    // The reason is about the person: sealed, it would be lost with their key, and in clear it may
    // stand nowhere. It belongs to the file of the request, with the receipt.
    guard let reason = invocation.option("reason"), !reason.isEmpty else {
      throw Failure.usage(
        Wording(
          "--reason manque : un effacement se motive",
          "--reason is missing: an erasure is given with its reason"))
    }
    let day = try invocation.day()
    let recorder = try invocation.read("--by", Writing.recorder(invocation)) {
      (text) throws(InvalidValue) in try RecorderID(text)
    }
    let ledger = try Ledger(invocation)
    let log = try ledger.writableLog()
    let erasure = Erasure(log: log, vault: try ledger.vault(.toSeal), clock: SystemClock.now)
    guard let outlook = try erasure.outlook(on: candidate) else {
      throw try UnknownID.candidate(candidate, in: log)
    }
    if invocation.has("dry-run") { return try outlook.print(invocation) }
    try outlook.confirm(invocation)
    let outcome: ErasureOutcome?
    do {
      outcome = try erasure.carryOut(on: candidate, day: day, by: recorder)
    } catch let failure as ErasureNotRecorded {
      throw Failure.unrecorded(failure, ledger: ledger.path)
    }
    switch outcome {
    case nil: throw try UnknownID.candidate(candidate, in: log)
    case .refused(let refusals): throw try Failure.refused(refusals, at: nil, invocation)
    case .erased(let receipt):
      Output.noteDone(.erased)
      let proof = try InclusionAnswer(of: receipt.position, in: log)
      try receipt.print(reason: reason, proof, invocation)
    }
  }
}

extension Failure {
  /// The keys are destroyed, and the log does not say so yet.
  fileprivate static func unrecorded(_ failure: ErasureNotRecorded, ledger: String) -> Failure {
    let cause = Failure(failure.reason, ledger: ledger)
    func told(_ language: Language) -> String { cause.wording.text(in: language) }
    return .ledger(
      Wording(
        "\(told(.french)) ; les clés sont détruites, le registre ne le dit pas encore : "
          + "relancez la même commande",
        "\(told(.english)); the keys are destroyed, the log does not say so yet: "
          + "run the same command again"))
  }
}

extension ErasureOutlook {
  /// Asks a person at a terminal to type the id again; a program, or `--yes`, is taken at its word.
  fileprivate func confirm(_ invocation: Invocation) throws(Failure) {
    guard !isDone, !invocation.has("yes"), isatty(STDIN_FILENO) == 1, isatty(STDERR_FILENO) == 1
    else { return }
    for line in lines { Output.note(line.text) }
    Output.note(
      Wording(
        "Rien ne les rendra. Tapez \(candidate) pour les détruire :",
        "Nothing brings them back. Type \(candidate) to destroy them:"
      ).text)
    guard readLine() == candidate.text else {
      throw .usage(Wording("rien n’a été détruit", "nothing was destroyed"))
    }
  }

  fileprivate func print(_ invocation: Invocation) throws {
    if invocation.has("json") {
      let answer: JSONValue = [
        "candidate": .string(candidate.text), "ids": .list(ids.map { .string($0.text) }),
        "erased": .boolean(isDone), "texts": .integer(texts),
        "backups": .list(backups.map(\.json)),
      ]
      return try Output.line(answer.description)
    }
    for line in lines { try Output.line(line.text) }
  }

  private var lines: [Wording] {
    let names = ids.map(\.text).joined(separator: ", ")
    let head =
      isDone
      ? Wording("\(candidate) est déjà effacé", "\(candidate) is erased already")
      : Wording("\(candidate) serait effacé", "\(candidate) would be erased")
    return [
      head, Wording("  identifiants  \(names)", "  ids      \(names)"),
      Wording("  textes        \(texts) scellés", "  texts    \(texts) sealed"),
      Wording(
        "  copies        \(backups.count) du coffre, connues de lui",
        "  backups  \(backups.count) of the vault that it knows of"),
    ]
  }
}

extension ErasureReceipt {
  fileprivate func print(
    reason: String, _ proof: InclusionAnswer, _ invocation: Invocation
  ) throws {
    if invocation.has("json") {
      return try Output.line(json(reason: reason, proof).description)
    }
    for line in lines(reason: reason) { try Output.line(line.text) }
    try Output.line(
      Wording(
        "  preuve        acquis audit prove \(position)",
        "  proof    acquis audit prove \(position)"
      ).text)
  }

  /// The receipt as programs read it.
  private func json(reason: String, _ proof: InclusionAnswer) -> JSONValue {
    [
      "candidate": .string(candidate.text), "ids": .list(ids.map { .string($0.text) }),
      "event": .string(event.description), "position": .integer(Int(position.number)),
      "on": .string(on.description), "recordedNow": .boolean(isNew), "texts": .integer(texts),
      "reason": .string(reason), "backups": .list(backups.map(\.json)),
      "backupsGoneBy": .string(backupsGoneBy.description), "backupsBasis": "policy",
      "proof": proof.json,
    ]
  }

  private func lines(reason: String) -> [Wording] {
    let names = ids.map(\.text).joined(separator: ", ")
    var lines = [
      isNew
        ? Wording(
          "\(candidate) est effacé au \(on.wording.french) : position \(position), événement \(event)",
          "\(candidate) is erased on \(on): position \(position), event \(event)")
        : Wording(
          "\(candidate) était déjà effacé au \(on.wording.french) : position \(position), "
            + "événement \(event)",
          "\(candidate) was erased already on \(on): position \(position), event \(event)"),
      Wording("  identifiants  \(names)", "  ids      \(names)"),
      Wording(
        "  textes        \(texts) scellés, que rien n’ouvre plus",
        "  texts    \(texts) sealed, which nothing opens any more"),
      Wording(
        "  motif         \(reason) (gardez ce reçu : ni le registre ni le coffre ne le retient)",
        "  reason   \(reason) (keep this receipt: neither the log nor the vault holds it)"),
    ]
    // The event's inclusion proof takes its place here.
    guard !backups.isEmpty else {
      return lines + [
        Wording(
          "  copies        aucune copie antérieure du coffre n’y est notée ; s’il en est d’autres, "
            + "détruisez-les d’ici le \(backupsGoneBy.wording.french) (politique : un mois)",
          "  backups  the vault knows of no copy made before; destroy any other by "
            + "\(backupsGoneBy) (policy: one month)")
      ]
    }
    lines.append(
      Wording(
        "  copies        faites avant, elles tiennent encore les clés : détruisez-les d’ici le "
          + "\(backupsGoneBy.wording.french) (politique : un mois)",
        "  backups  made before, they still hold the keys: destroy them by \(backupsGoneBy) "
          + "(policy: one month)"))
    return lines
      + backups.map { backup in
        let text = "    \(backup.madeAt)  \(backup.place)  \(backup.fingerprint)"
        return Wording(text, text)
      }
  }
}

extension VaultBackup {
  fileprivate var json: JSONValue {
    [
      "madeAt": .string(madeAt.description), "place": .string(place),
      "fingerprint": .string(fingerprint),
    ]
  }
}
