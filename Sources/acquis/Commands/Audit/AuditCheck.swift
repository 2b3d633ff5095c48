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
    let supplied = try CheckpointFile(file, invocation)
    let log = try Ledger(invocation).log()
    let last = try log.head().last
    do {
      let (checkpoint, isVerified) = try supplied.check(log)
      if invocation.has("json") {
        let answer: JSONValue = [
          "continues": true, "signed": .integer(Int(checkpoint.size)),
          "size": .integer(Int(last.number)), "signatures": Signatures.word(isVerified),
        ]
        return try invocation.output.line(answer.description)
      }
      try invocation.output.line(
        Text(
          "le registre, de \(Text.count(last.number, .entry).french), prolonge fidèlement ce point de contrôle : "
            + "jusqu’à la position \(checkpoint.size), c’est ce qui a été signé"
            + (isVerified ? "" : "\n" + Signatures.unchecked.french),
          "the log of \(last) events faithfully continues this checkpoint: "
            + "the first \(checkpoint.size) are those that were signed"
            + (isVerified ? "" : "\n" + Signatures.unchecked.english)
        ))
    } catch let reason as Discontinuity {
      if invocation.has("json") {
        let answer: JSONValue = [
          "continues": false, "size": .integer(Int(last.number)), "reason": .string(reason.word),
          "message": .string(reason.text.english),
          "signatures": Signatures.word(try supplied.hasKeys),
        ]
        try invocation.output.line(answer.description)
      }
      throw Failure.check(reason.text.at(file))
    }
  }
}
