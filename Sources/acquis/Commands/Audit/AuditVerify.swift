internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events

extension Command {
  /// `audit verify`
  static let auditVerify = Command(
    name: "audit verify",
    summary: Text(
      "relit tout le registre et ses points de contrôle, et en recalcule les empreintes, sans rien réparer",
      "reads and hashes the whole ledger and its checkpoints again; repairs nothing"),
    options: [.trustedKey],
    example: "acquis audit verify"
  ) { invocation in
    let ledger = try Ledger(invocation)
    // Read first: a checkpoint signed meanwhile is of a later state than the one verified.
    let signed = try ledger.signedCheckpoints()
    let keys = try ledger.verifierKeys(invocation, signed)
    let fault = invocation.has("key") ? nil : ledger.signingFault(keys, signed)
    let verification = try ledger.verify(rootsAt: signed.sizes) {
      invocation.output.progress(Text("entrées vérifiées : \($0)", "events verified: \($0)"))
      invocation.served?.progress?(Int($0.number))
    }
    invocation.output.endProgress()
    // Of a log with defects nothing is derived.
    let tables = verification.defects.isEmpty ? try ledger.tableDefect() : nil
    let problems =
      verification.defects.map(Problem.init)
      + signed.defects(by: keys, found: verification.events, roots: verification.roots)
      .map(Problem.init) + (fault.map { [Problem($0)] } ?? [])
      + (tables.map { [Problem($0)] } ?? [])
    let isChecked = !keys.isEmpty || signed.notes.isEmpty
    let list = KeyList(keys, signed, signing: nil)
    if invocation.has("json") {
      let answer: JSONValue = [
        "events": .integer(Int(verification.events)), "root": .string(verification.root.base64),
        "checkpoints": .integer(signed.notes.count), "signatures": Signatures.word(isChecked),
        "keys": list?.list ?? .list([]), "clockBehind": .integer(Int(verification.clockBehind)),
        "problems": .list(problems.map(\.json)),
      ]
      try invocation.output.line(answer.description)
    }
    guard problems.isEmpty else {
      throw Failure.check(
        problems.map(\.message).joined(separator: "\n").at(ledger.path))
    }
    if invocation.has("json") { return }
    let behind = verification.clockBehind
    try invocation.output.line(
      Text(
        "entrées vérifiées : \(verification.events) ; empreintes, arbre, colonnes, sujets et règles "
          + "du fichier sont tels qu’écrits\npoints de contrôle gardés, tous exacts : \(signed.notes.count)"
          + (behind == 0 ? "" : "\nentrées enregistrées avec une horloge en retard : \(behind)"),
        "\(verification.events) events verified: hashes, tree, columns, subjects and the file's own "
          + "rules are as written\nstored checkpoints, all of which match: \(signed.notes.count)"
          + (behind == 0 ? "" : "\nentries recorded with the clock behind: \(behind)")
      ))
    for change in list?.changes ?? [] { try invocation.output.line(change) }
    if !isChecked { try invocation.output.line(Signatures.unchecked) }
    try invocation.output.line(
      Text("racine \(verification.root.base64)", "root \(verification.root.base64)"))
  }
}

/// A problem that a verification found, to be printed.
private struct Problem {
  let position: Position?
  let word: String
  let message: Text

  init(_ defect: LogDefect) {
    position = defect.position
    word = defect.kind.word
    message = defect.text
  }

  init(_ defect: CheckpointDefect) {
    position = nil
    word = defect.reason.word
    message = defect.text
  }

  init(_ fault: SigningFault) {
    position = nil
    word = fault.rawValue
    message = fault.text
  }

  init(_ defect: TableDefect) {
    position = nil
    word = defect.word
    message = defect.text
  }

  var json: JSONValue {
    [
      "position": position.map { .integer(Int($0.number)) } ?? .null, "problem": .string(word),
      "message": .string(message.english),
    ]
  }
}
