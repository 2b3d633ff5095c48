internal import AcquisLedger
internal import Events
internal import Projections
internal import TransparencyLog
internal import Vault

// The preview and the receipt of an erasure, as lines to print and as JSON.

extension ErasurePreview {
  func print(_ invocation: Invocation) throws {
    if invocation.has("json") {
      let answer: JSONValue = [
        "candidate": .string(candidate.text), "ids": .list(ids.map { .string($0.text) }),
        "erased": .boolean(isDone), "texts": .integer(texts),
        "obligations": .list(outstandingTasks.map(\.json)),
        "backups": .list(backups.map(\.json)),
      ]
      return try invocation.output.line(answer.description)
    }
    for line in lines { try invocation.output.line(line) }
  }

  var lines: [Text] {
    let names = ids.map(\.text).joined(separator: ", ")
    let head =
      isDone
      ? Text("\(candidate) est déjà effacé", "\(candidate) is erased already")
      : Text("\(candidate) serait effacé", "\(candidate) would be erased")
    return [
      head, Text("  identifiants  \(names)", "  ids      \(names)"),
      Text("  textes        \(texts) scellés", "  texts    \(texts) sealed"),
      Text(
        "  copies        \(backups.count) (celles du coffre dont il garde la trace)",
        "  backups  \(backups.count) (the copies of the vault that it knows of)"),
    ]
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
    [
      "candidate": .string(candidate.text), "ids": .list(ids.map { .string($0.text) }),
      "event": .string(event.description), "position": .integer(Int(position.number)),
      "on": .string(on.description), "recordedNow": .boolean(isNew), "texts": .integer(texts),
      "reason": .string(reason), "backups": .list(backups.map(\.json)),
      "backupsGoneBy": .string(backupsGoneBy.description), "backupsBasis": "policy",
      "proof": proof.json,
    ]
  }

  private func lines(reason: String) -> [Text] {
    let names = ids.map(\.text).joined(separator: ", ")
    var lines = [
      isNew
        ? Text(
          "\(candidate) est effacé au \(on.text.french) : position \(position), événement \(event)",
          "\(candidate) is erased on \(on): position \(position), event \(event)")
        : Text(
          "\(candidate) était déjà effacé au \(on.text.french) : position \(position), "
            + "événement \(event)",
          "\(candidate) was erased already on \(on): position \(position), event \(event)"),
      Text("  identifiants  \(names)", "  ids      \(names)"),
      Text(
        "  textes        \(texts) scellés, que rien n’ouvre plus",
        "  texts    \(texts) sealed, which nothing opens any more"),
      Text(
        "  motif         \(reason) (gardez ce reçu : ni le registre ni le coffre ne le retient)",
        "  reason   \(reason) (keep this receipt: neither the log nor the vault holds it)"),
    ]
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
