internal import AcquisLedger
internal import Documents
internal import EventLog
internal import Events
internal import Files
internal import TransparencyLog

extension Command {
  /// The options of `attest` that are about a credential.
  static let credentialOptions = [
    Option(
      name: "credential",
      help: Text(
        "une attestation numérique signée (Open Badges 3.0), au nom du titulaire seul ; ce qui a été remis ne peut pas être repris, et reste signé même sous une nouvelle clé",
        "a signed credential (Open Badges 3.0) with the holder's name alone; what was once given cannot be recalled, and remains signed under a new key too"
      )),
    Option(
      name: "form", value: "F",
      help: Text(
        "json, avec sa preuve eddsa-jcs-2022 (par défaut), ou jwt",
        "json, with its eddsa-jcs-2022 proof (default), or jwt")),
    Option(
      name: "block", value: "CODE",
      help: Text(
        "ce bloc seul (par défaut la certification, sinon chaque bloc acquis)",
        "this block alone (default: the certification, else each block held)")),
    Option(
      name: "status", value: "FILE",
      help: Text(
        "dit ce qu’est devenue l’attestation numérique de ce fichier ; - lit l’entrée standard",
        "show what became of the credential in this file; - reads standard input"),
      input: .file),
  ]

  /// `attest CANDIDACY --credential`, `attest --credential --status FILE`
  static func attestCredential(_ invocation: Invocation) throws {
    if let file = invocation.option("status") {
      guard invocation.argument("CANDIDACY") == nil else {
        throw Failure.usage(
          Text(
            "--status FILE suffit, sans CANDIDACY", "--status FILE is enough, without CANDIDACY"))
      }
      return try CredentialStanding.print(file, invocation)
    }
    guard invocation.argument("CANDIDACY") != nil else { throw noCandidacy(invocation) }
    for word in ["certificate", "blocks", "anyway", "known"] where invocation.has(word) {
      throw Failure.usage(
        Text("--\(word) ne va pas avec --credential", "--\(word) does not go with --credential"))
    }
    let form = invocation.option("form") ?? "json"
    guard form == "json" || form == "jwt" else {
      throw Failure.usage(Text("--form : json ou jwt est attendu", "--form: expected json or jwt"))
    }
    let ledger = try Ledger(invocation)
    let key = try ledger.key(isMade: true)
    let credentials = try credentials(of: ledger, signedBy: key, invocation)
    var lines: [String] = []
    for credential in credentials {
      if form == "json" {
        lines.append(try credential.secured { try key.sign($0) }.description)
      } else {
        let token = try credential.token { try key.sign($0) }
        let answer: JSONValue = ["id": .string("\(credential.id)"), "token": .string(token)]
        lines.append(invocation.has("json") ? answer.description : token)
      }
    }
    try invocation.writeOwnerOnly(lines.map { $0 + "\n" }.joined())
    invocation.output.note(
      Text(
        "ce qui a été remis ne peut pas être repris ; `attest --credential --status FILE` dit ce que c’est devenu",
        "what was once given cannot be recalled; `attest --credential --status FILE` shows what became of it"
      ))
  }

  /// The credentials of what the candidacy holds in the state of the log that is signed with them.
  private static func credentials(
    of ledger: Ledger, signedBy key: borrowing LogKey, _ invocation: Invocation
  ) throws -> [OpenBadgeCredential] {
    let candidacy: CandidacyID = try invocation.id("CANDIDACY")
    let log = try ledger.log()
    let (day, last) = (try invocation.day(), try log.head().last)
    // Nothing is signed where the question is refused.
    var contents = try CredentialContents(
      of: candidacy, Question(log: log, on: day, known: last), ledger, invocation)
    let note = try Failure.signing { try key.sign(stateOf: log) }
    invocation.output.noteDone(.signed)
    let checkpoint = try key.checkpoint(in: note)
    let signed = Position(Int64(checkpoint.size))
    // What others recorded in between is in the state signed, and counts.
    if signed != last {
      contents = try CredentialContents(
        of: candidacy, Question(log: log, on: day, known: signed), ledger, invocation)
    }
    let issuer = DIDKey(key.signing.verifier.publicKey)
    return contents.elements.map { element in
      OpenBadgeCredential(
        id: element.grant.entry,
        issuer: OpenBadgeCredential.Issuer(
          key: issuer, name: element.certifier.name.text, siret: element.certifier.siret),
        holder: contents.holder, achievement: element.achievement,
        evidence: CredentialEvidence(position: element.grant.position, checkpoint: checkpoint),
        day: element.grant.day, lastDay: element.grant.lastDay)
    }
  }
}

extension Invocation {
  /// Writes to a new file of `--to` that only its owner may read, else to standard output.
  fileprivate func writeOwnerOnly(_ text: String) throws {
    guard let path = option("to") else { return try output.bytes(Array(text.utf8)) }
    do throws(FileFailure) {
      var file = try NewFile(path, mode: 0o600)
      try file.write(Array(text.utf8))
      try file.keep()
    } catch {
      throw Failure.ledger(error.text.at(path))
    }
  }
}
