internal import AcquisLedger
internal import Documents
internal import Events
internal import TransparencyLog

extension Command {
  /// `audit key [--new] [--did]`
  static let auditKey = Command(
    name: "audit key",
    summary: Text(
      "imprime la clé publique qui vérifie les points de contrôle (vkey C2SP), et les anciennes",
      "prints the public key that verifies checkpoints (C2SP vkey), and the former ones"),
    options: [
      Option(
        name: "new",
        help: Text(
          "commence une autre clé et signe avec elle, quand celle qui signait est perdue pour toujours",
          "start another key, where the one that signed is lost for ever, and sign")),
      Option(
        name: "key", value: "VKEY",
        help: Text(
          "avec --new, si le fichier .vkeys est perdu aussi : l’ancienne clé publique, ou son fichier",
          "with --new: the lost public key, or its file, where the .vkeys file is lost too"),
        isRepeatable: true),
      Option(
        name: "did",
        help: Text(
          "la clé comme `did:key`, que le certificateur publie pour ses attestations numériques ; celles d’une ancienne clé restent valables",
          "the key as a did:key, which the certifier publishes for its credentials; those of a former key remain valid"
        )),
    ],
    example: "acquis audit key > acquis.vkey"
  ) { invocation in
    let ledger = try Ledger(invocation)
    if invocation.has("new") {
      try begin(for: ledger, after: invocation.options("key").flatMap(SuppliedFile.keys))
    } else if invocation.has("key") {
      throw Failure.usage(Text("--key ne va qu’avec --new", "--key goes with --new only"))
    }
    let signed = try ledger.signedCheckpoints()
    let keys = try known(by: ledger)
    let signing = try ledger.signingKey()
    if let signing, !keys.keys.contains(signing) { throw SigningFailure.foreignKey(signing.name) }
    guard let list = KeyList(keys, signed, signing: signing) else {
      throw SigningFailure.keyMissing
    }
    if invocation.has("did") { return try print(list, invocation) }
    if invocation.has("json") { return try invocation.output.line(list.json.description) }
    for line in list.lines { try invocation.output.line(line) }
    for note in list.notes { invocation.output.note(note) }
  }

  /// Prints the keys as identifiers: the present one, then the former ones.
  private static func print(_ list: KeyList, _ invocation: Invocation) throws {
    let dids = list.publicKeys.map { DIDKey($0).text }
    guard invocation.has("json") else {
      for did in dids { try invocation.output.line(did) }
      for note in list.notes { invocation.output.note(note) }
      return
    }
    let answer: JSONValue = [
      "did": .string(dids.first ?? ""), "dids": .list(dids.map { .string($0) }),
    ]
    try invocation.output.line(answer.description)
  }

  /// The ledger's keys; the first one is created if there never was one.
  private static func known(by ledger: Ledger) throws -> VerifierKeys {
    _ = try ledger.log()
    let known = try ledger.verifierKeys()
    if !known.isEmpty { return known }
    return VerifierKeys([try ledger.key(isMade: true).signing.verifier])
  }

  private static func begin(for ledger: Ledger, after former: [VerifierKey]) throws {
    for key in former where try !VerifierKeys.isNamedByItself(key) {
      throw Failure.input(
        Text(
          "--key : le nom \(key.name) n’est pas tiré de sa clé, comme l’est celui de toute clé de registre",
          "--key: \(key.name) is not derived from its key, as the name of a ledger's key is"))
    }
    _ = try Failure.signing {
      try ledger.makeAnotherKey(after: former)
    }
  }
}
