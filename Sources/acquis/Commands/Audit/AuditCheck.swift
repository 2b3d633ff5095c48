internal import Auditing
internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Transparency

extension Command {
  /// `audit check --against CHECKPOINT`
  static let auditCheck = Command(
    name: "audit check",
    summary: Wording(
      "dit si le registre continue honnêtement ce qu’un point de contrôle a signé",
      "tells whether the log honestly continues what a checkpoint signed"),
    options: [
      Option(
        name: "against", value: "CHECKPOINT",
        help: Wording(
          "le fichier du point de contrôle, gardé ailleurs ; - lit l’entrée standard",
          "the checkpoint's file, kept elsewhere; - reads standard input"))
    ],
    example: "acquis audit check --against acquis-2026-06.checkpoint"
  ) { invocation in
    guard let file = invocation.option("against") else {
      throw Failure.usage(
        Wording("--against CHECKPOINT manque", "--against CHECKPOINT is missing"))
    }
    let note: SignedNote
    let bytes = try InputFile.read(file)
    do throws(NoteFailure) { note = try SignedNote(parsing: bytes) } catch {
      throw Failure.input(
        Wording("n’est pas un point de contrôle : \(error)", "not a checkpoint: \(error)").at(file))
    }
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let last = try log.head().last
    do {
      let checkpoint = try log.checkContinuation(
        of: note, signedBy: ledger.key(), others: ledger.signedCheckpoints()
      ) { position in
        Output.progress(
          Wording("\(position) événements relus", "\(position) events hashed again").text)
      }
      Output.progress("")
      if invocation.has("json") {
        let answer: JSONValue = [
          "continues": true, "signed": .integer(Int(checkpoint.size)),
          "size": .integer(Int(last.number)),
        ]
        return try Output.line(answer.description)
      }
      try Output.line(
        Wording(
          "le registre de \(last) événements continue honnêtement ce point de contrôle : "
            + "les \(checkpoint.size) premiers sont ceux qui ont été signés",
          "the log of \(last) events honestly continues this checkpoint: "
            + "the first \(checkpoint.size) are those that were signed"
        ).text)
    } catch let reason as Discontinuity {
      Output.progress("")
      if invocation.has("json") {
        let answer: JSONValue = [
          "continues": false, "size": .integer(Int(last.number)), "reason": .string(reason.word),
          "message": .string(reason.description),
        ]
        try Output.line(answer.description)
      }
      throw Failure.check(reason.wording.at(file))
    }
  }
}
