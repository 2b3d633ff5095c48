internal import AcquisLedger
internal import Events
internal import Projections
internal import TransparencyLog
internal import Vault

// The preview and the receipt of an erasure, as lines to print and as JSON.

extension ErasurePreview {
  func print(_ invocation: Invocation) throws {
    if invocation.has("json") {
      let answer = [
        JSONMember("erased", .boolean(isDone)), JSONMember("texts", .integer(texts)),
        JSONMember("obligations", .list(outstandingTasks.map(\.json))),
        JSONMember("inClear", .list(clearFields.map(\.json))),
        JSONMember("backups", .list(backups.map(\.json))),
      ]
      return try invocation.output.line(
        JSONValue.object(person.members(persons) + answer).description)
    }
    for line in lines { try invocation.output.line(line) }
  }

  var lines: [Text] {
    let names = persons.map(\.id).joined(separator: ", ")
    let head =
      isDone
      ? Text("les données de \(person.id) sont déjà effacées", "\(person.id) is erased already")
      : Text("les données de \(person.id) seraient effacées", "\(person.id) would be erased")
    return [
      head, Text("  identifiants  \(names)", "  ids      \(names)"),
      Text(
        "  textes        scellés : \(texts)", "  texts    \(texts) sealed"
      ),
      Text(
        "  copies        \(backups.count) (celles du coffre dont il garde la trace)",
        "  backups  \(backups.count) (the copies of the vault that it knows of)"),
    ]
      + clearFields.lines
      + outstandingTasks.map { task in
        Text(
          "  à faire       \(task.text.french)", "  to do    \(task.text.english)"
        )
      }
  }
}

extension ErasureReceipt {
  /// Prints the receipt with the proof that the event is in the log; the reason is stored nowhere.
  func print(
    reason: String, _ proof: InclusionAnswer, _ invocation: Invocation
  ) throws {
    if invocation.has("json") {
      return try invocation.output.line(json(reason: reason, proof).description)
    }
    for line in lines(reason: reason) { try invocation.output.line(line) }
    try invocation.output.line(
      Text(
        "  preuve        acquis audit prove \(position)",
        "  proof    acquis audit prove \(position)"
      ))
  }

  private func json(reason: String, _ proof: InclusionAnswer) -> JSONValue {
    .object(
      person.members(persons) + [
        JSONMember("event", .string(event.description)),
        JSONMember("position", .integer(Int(position.number))),
        JSONMember("on", .string(on.description)), JSONMember("recordedNow", .boolean(isNew)),
        JSONMember("texts", .integer(texts)), JSONMember("reason", .string(reason)),
        JSONMember("inClear", .list(clearFields.map(\.json))),
        JSONMember("backups", .list(backups.map(\.json))),
        JSONMember("backupsGoneBy", .string(backupsGoneBy.description)),
        JSONMember("backupsBasis", "policy"), JSONMember("proof", proof.json),
      ])
  }

  private func lines(reason: String) -> [Text] {
    let names = persons.map(\.id).joined(separator: ", ")
    var lines = [
      isNew
        ? Text(
          "les données de \(person.id) sont effacées au \(on.text.french) : position \(position), entrée \(event)",
          "\(person.id) is erased on \(on): position \(position), event \(event)")
        : Text(
          "les données de \(person.id) étaient déjà effacées au \(on.text.french) : position \(position), "
            + "entrée \(event)",
          "\(person.id) was erased already on \(on): position \(position), event \(event)"),
      Text("  identifiants  \(names)", "  ids      \(names)"),
      Text(
        "  textes        scellés, que rien n’ouvre plus : \(texts)",
        "  texts    \(texts) sealed, which nothing opens any more"),
      Text(
        "  motif         \(reason) (gardez ce reçu : ni le registre ni le coffre ne le retient)",
        "  reason   \(reason) (keep this receipt: neither the log nor the vault holds it)"),
    ]
    lines += clearFields.lines
    lines.append(
      Text(
        "  remis         ce qui a été remis (documents, attestations numériques) ne peut pas être repris",
        "  given    what was once given (documents, credentials) cannot be recalled"))
    guard !backups.isEmpty else {
      return lines + [
        Text(
          "  copies        aucune copie antérieure du coffre n’y est notée ; s’il en est d’autres, "
            + "détruisez-les d’ici le \(backupsGoneBy.text.french) (politique : un mois)",
          "  backups  the vault knows of no copy made before; destroy any other by "
            + "\(backupsGoneBy) (policy: one month)")
      ]
    }
    lines.append(
      Text(
        "  copies        faites avant, elles contiennent encore les clés : détruisez-les d’ici le "
          + "\(backupsGoneBy.text.french) (politique : un mois)",
        "  backups  made before, they still hold the keys: destroy them by \(backupsGoneBy) "
          + "(policy: one month)"))
    return lines
      + backups.map { backup in
        let text = "    \(backup.madeAt)  \(Shown.onOneLine(backup.place))  \(backup.fingerprint)"
        return Text(text, text)
      }
  }
}

extension Person {
  /// The members of a JSON answer that say who it is: a candidate with all ids, or a member.
  fileprivate func members(_ persons: [Person]) -> [JSONMember] {
    let ids = JSONMember("ids", .list(persons.map { .string($0.id) }))
    switch self {
    case .candidate(let id): return [JSONMember("candidate", .string(id.text)), ids]
    case .member(let id): return [JSONMember("member", .string(id.text)), ids]
    }
  }
}

extension [ClearField] {
  /// One line for each, under a preview or a receipt.
  fileprivate var lines: [Text] {
    map { field in
      Text(
        "  en clair      position \(field.position), \(field.field) (nomme un organisme ou un "
          + "document, et reste)",
        "  in clear position \(field.position), \(field.field) (names a body or a document, and "
          + "stays)")
    }
  }
}

extension ClearField {
  fileprivate var json: JSONValue {
    ["position": .integer(Int(position.number)), "field": .string(field)]
  }
}

extension OutstandingTask {
  fileprivate var json: JSONValue {
    switch self {
    case .declaration(let id, let answer, let due, let isLate):
      [
        "kind": "declaration", "candidacy": .string(id.text), "status": .string(answer.rawValue),
        "lastDay": .string(due.description), "late": .boolean(isLate),
      ]
    case .jury(let id): ["kind": "jury", "candidacy": .string(id.text)]
    case .certificate(let id): ["kind": "certificate", "candidacy": .string(id.text)]
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
