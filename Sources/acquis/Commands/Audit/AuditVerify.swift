internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import SQLiteLog

extension Command {
  /// `audit verify`
  static let auditVerify = Command(
    name: "audit verify",
    summary: Wording(
      "relit et rehache tout le registre et ses points de contrôle, sans rien réparer",
      "reads and hashes the whole ledger and its checkpoints again; repairs nothing"),
    options: [.trustedKey],
    example: "acquis audit verify"
  ) { invocation in
    let ledger = try Ledger(invocation)
    // Read first: what is signed meanwhile is of a later state than the one verified.
    let signed = try ledger.signedCheckpoints()
    let keys = try ledger.verifierKeys(invocation, signed)
    let fault = invocation.has("key") ? nil : ledger.signingFault(keys, signed)
    let verification = try SQLiteLog.verify(ledgerAt: ledger.path, rootsAt: signed.sizes) {
      Output.progress(Wording("\($0) événements vérifiés", "\($0) events verified").text)
    }
    Output.progress("")
    let problems =
      verification.defects.map(Problem.init)
      + signed.defects(by: keys, found: verification.events, roots: verification.roots)
      .map(Problem.init) + (fault.map { [Problem($0)] } ?? [])
    let isChecked = !keys.isEmpty || signed.notes.isEmpty
    let list = KeyList(keys, signed, signing: nil)
    if invocation.has("json") {
      let answer: JSONValue = [
        "events": .integer(Int(verification.events)), "root": .string(verification.root.base64),
        "checkpoints": .integer(signed.notes.count), "signatures": Signatures.word(isChecked),
        "keys": list?.list ?? .list([]), "clockBehind": .integer(Int(verification.clockBehind)),
        "problems": .list(problems.map(\.json)),
      ]
      try Output.line(answer.description)
    }
    guard problems.isEmpty else {
      throw Failure.check(
        Wording(
          problems.map(\.message.french).joined(separator: "\n"),
          problems.map(\.message.english).joined(separator: "\n")
        ).at(ledger.path))
    }
    if invocation.has("json") { return }
    let behind = verification.clockBehind
    try Output.line(
      Wording(
        "\(verification.events) événements vérifiés : empreintes, arbre, colonnes, sujets et règles "
          + "du fichier sont tels qu’écrits\npoints de contrôle gardés, qui tiennent : \(signed.notes.count)"
          + (behind == 0 ? "" : "\nentrées enregistrées avec une horloge en retard : \(behind)"),
        "\(verification.events) events verified: hashes, tree, columns, subjects and the file's own "
          + "rules are as written\nstored checkpoints, which hold: \(signed.notes.count)"
          + (behind == 0 ? "" : "\nentries recorded with the clock behind: \(behind)")
      ).text)
    for change in list?.changes ?? [] { try Output.line(change.text) }
    if !isChecked { try Output.line(Signatures.unchecked.text) }
    try Output.line(
      Wording("racine \(verification.root.base64)", "root \(verification.root.base64)").text)
  }
}

/// What a verification found, as it is told.
private struct Problem {
  let position: Position?
  let word: String
  let message: Wording

  init(_ defect: LogDefect) {
    position = defect.position
    word = defect.kind.word
    message = defect.wording
  }

  init(_ defect: CheckpointDefect) {
    position = nil
    word = defect.reason.word
    message = defect.wording
  }

  init(_ fault: SigningFault) {
    position = nil
    word = fault.rawValue
    message = fault.wording
  }

  var json: JSONValue {
    [
      "position": position.map { .integer(Int($0.number)) } ?? .null, "problem": .string(word),
      "message": .string(message.english),
    ]
  }
}
