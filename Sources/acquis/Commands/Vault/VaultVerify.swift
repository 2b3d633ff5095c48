internal import AcquisLedger
internal import EventLog
internal import Events
internal import Vault

extension Command {
  /// `vault verify`
  static let vaultVerify = Command(
    name: "vault verify",
    summary: Text(
      "ouvre chaque clé, et vérifie que tout texte scellé a sa clé ou la trace de l’effacement",
      "opens every key, and checks that each sealed text has its key or its tombstone"),
    example: "acquis vault verify"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let vault = try ledger.vault(.toRead)
    let keys = try vault.verifyKeys()
    let log = try ledger.log()
    let comparison = try VaultComparison(of: log, with: vault, isWhole: true)
    let unrecorded = try vault.erasures().filter { try log.position(of: $0.event) == nil }
    let problems =
      unrecorded.map { VaultProblem(.eventMissing, of: $0.person.description) }
      + keys.damaged.map { VaultProblem(.keyAltered, of: $0) }
      + keys.keptThoughErased.map { VaultProblem(.keyOfErased, of: $0) }
      + comparison.mismatches.map(VaultProblem.init).sorted { $0.order < $1.order }
    if invocation.has("json") {
      let answer: JSONValue = [
        "keys": .integer(keys.keys), "texts": .integer(comparison.texts),
        "problems": .list(problems.map(\.json)),
      ]
      try invocation.output.line(answer.description)
    }
    guard problems.isEmpty else {
      throw Failure.check(
        problems.map(\.text).joined(separator: "\n").at(ledger.path))
    }
    if invocation.has("json") { return }
    try invocation.output.line(
      Text(
        "clés qui s’ouvrent : \(keys.keys) ; textes scellés du registre, chacun avec sa clé ou la trace de "
          + "l’effacement : \(comparison.texts)",
        "keys that open: \(keys.keys); sealed texts of the log, each with its key or its tombstone: "
          + "\(comparison.texts)"
      ))
  }
}

/// A problem of a vault, about one person or one key.
private struct VaultProblem {
  /// The raw value is the problem's name in JSON.
  enum Kind: String {
    case keyAltered
    case keyOfErased
    case keyMissing
    case tombstoneMissing
    case eventMissing
  }

  let kind: Kind
  let person: String?
  var key: String?

  init(_ kind: Kind, of person: String?) {
    self.kind = kind
    self.person = person
  }

  init(_ mismatch: Mismatch) {
    person = mismatch.person?.description
    switch mismatch {
    case .erasure: kind = .tombstoneMissing
    case .key(let id, _):
      kind = .keyMissing
      key = id.text
    }
  }

  var order: String { "\(person ?? "") \(key ?? "")" }

  var json: JSONValue {
    [
      "problem": .string(kind.rawValue), "person": person.map { .string($0) } ?? .null,
      "key": key.map { .string($0) } ?? .null,
    ]
  }

  var text: Text {
    let who = person.map { Text($0, $0) } ?? Text("personne inconnue", "unknown person")
    return switch kind {
    case .keyAltered:
      Text(
        "\(who.french) : sa clé a été altérée, elle ne s’ouvre pas",
        "\(who.english): the key was altered, it does not open")
    case .keyOfErased:
      Text(
        "\(who.french) : une clé reste dans le coffre, bien que la personne soit effacée ; relancez "
          + "`acquis erase`",
        "\(who.english): a key, though the person was erased; run `acquis erase` again")
    case .eventMissing:
      Text(
        "\(who.french) : clés détruites ici, et le registre ne le dit pas : relancez `acquis erase`",
        "\(who.english): the keys are destroyed here and the log does not say so: run `acquis erase` again"
      )
    case .tombstoneMissing:
      Text(
        "\(who.french) : personne effacée selon le registre, mais pas dans ce coffre, plus ancien ; "
          + "relancez `acquis erase`",
        "\(who.english): erased in the log and not in this older vault; run `acquis erase` again")
    case .keyMissing:
      Text(
        "\(who.french) : des textes sont scellés sous la clé \(key ?? "?"), absente de ce coffre : c’en est "
          + "un autre, ou un plus ancien",
        "\(who.english): texts are sealed under \(key ?? "?"), which is not here: another vault, or an older one"
      )
    }
  }
}
