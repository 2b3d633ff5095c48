internal import AcquisLedger
internal import EventLog
internal import Events
internal import TransparencyLog

extension Command {
  /// `audit check --against CHECKPOINT`
  static let auditCheck = Command(
    name: "audit check",
    summary: Text(
      "dit si le registre prolonge fidèlement ce qu’un point de contrôle a signé",
      "checks whether the log faithfully continues what a checkpoint signed"),
    options: [
      Option(
        name: "against", value: "CHECKPOINT",
        help: Text(
          "le fichier du point de contrôle, gardé ailleurs ; - lit l’entrée standard",
          "the checkpoint's file, kept elsewhere; - reads standard input")),
      .trustedKey,
    ],
    example: "acquis audit check --against acquis-2026-06.checkpoint"
  ) { invocation in
    guard let file = invocation.option("against") else {
      throw Failure.usage(
        Text("--against CHECKPOINT manque", "--against CHECKPOINT is missing"))
    }
    let notes = try SuppliedFile.checkpoints(file)
    guard let note = notes.first, notes.count == 1 else {
      throw Failure.input(
        Text(
          "contient \(notes.count) points de contrôle ; donnez-en un seul",
          "holds \(notes.count) checkpoints; give one alone"
        ).at(file))
    }
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let last = try log.head().last
    let signed = try ledger.signedCheckpoints()
    let keys = try ledger.verifierKeys(invocation, signed)
    do {
      let checkpoint = try log.checkContinuation(
        of: note, by: keys, others: signed
      ) { position in
        invocation.output.progress(
          Text("\(position) événements relus", "\(position) events hashed again"))
      }
      invocation.output.endProgress()
      if invocation.has("json") {
        let answer: JSONValue = [
          "continues": true, "signed": .integer(Int(checkpoint.size)),
          "size": .integer(Int(last.number)), "signatures": Signatures.word(!keys.isEmpty),
        ]
        return try invocation.output.line(answer.description)
      }
      try invocation.output.line(
        Text(
          "le registre de \(last) événements prolonge fidèlement ce point de contrôle : "
            + "les \(checkpoint.size) premiers sont ceux qui ont été signés"
            + (keys.isEmpty ? "\n" + Signatures.unchecked.french : ""),
          "the log of \(last) events faithfully continues this checkpoint: "
            + "the first \(checkpoint.size) are those that were signed"
            + (keys.isEmpty ? "\n" + Signatures.unchecked.english : "")
        ))
    } catch let reason as Discontinuity {
      invocation.output.endProgress()
      if invocation.has("json") {
        let answer: JSONValue = [
          "continues": false, "size": .integer(Int(last.number)), "reason": .string(reason.word),
          "message": .string(reason.text.english), "signatures": Signatures.word(!keys.isEmpty),
        ]
        try invocation.output.line(answer.description)
      }
      throw Failure.check(reason.text.at(file))
    }
  }
}
