internal import Access
internal import AcquisLedger
internal import Events

extension Command {
  /// `access revoke WHO|ID`
  static let accessRevoke = Command(
    name: "access revoke",
    summary: Text(
      "révoque tous les droits d’accès d’une personne, ou un seul ; compte dès la requête suivante",
      "revokes all access of a person, or one grant; counts from the next request on"),
    arguments: [
      Argument(
        name: "WHO|ID",
        help: Text(
          "la personne : tous les siens ; ou l’identifiant d’un seul, qu’`acquis access list` donne",
          "the person: all of theirs; or the id of one, which `acquis access list` gives"))
    ],
    example: "acquis access revoke officer:17"
  ) { invocation in
    let text = invocation.argument("WHO|ID") ?? ""
    let file = try Ledger(invocation).accessFile()
    let now = LedgerClock.system().now()
    guard let revoked = try file.revoke(text, at: now) else {
      throw try unknown(text, in: file)
    }
    if !revoked.isEmpty { invocation.output.noteDone(.accessRevoked) }
    if invocation.has("json") {
      let answer: JSONValue = ["revoked": .list(revoked.map { $0.json(on: now.dayInParis) })]
      return try invocation.output.line(answer.description)
    }
    for grant in revoked {
      try invocation.output.line(
        Text(
          "Droit d’accès \(grant.id) de \(grant.who) (\(grant.role.text.french)) : révoqué.",
          "Access \(grant.id) of \(grant.who) (\(grant.role.text.english)): revoked."))
    }
    if revoked.isEmpty {
      try invocation.output.line(
        Text(
          "déjà révoqué ; rien n’a été changé", "revoked already; nothing was changed"))
    }
  }

  private static func unknown(_ text: String, in file: AccessFile) throws -> Failure {
    let word = Shown.word(text)
    let known = try file.read().all.flatMap { [$0.who.text, $0.id] }
    let near = Nearest.words(to: text, among: Array(Set(known))).joined(separator: ", ")
    let unknown = Text(
      "aucun droit d’accès n’est de \(word)", "no access is that of \(word)")
    return .input(
      near.isEmpty
        ? unknown : unknown.then(Text("approchant : \(near)", "near it: \(near)")))
  }
}
