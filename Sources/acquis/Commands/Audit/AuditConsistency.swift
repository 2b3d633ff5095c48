internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import TransparencyLog

extension Command {
  /// `audit consistency A B`
  static let auditConsistency = Command(
    name: "audit consistency",
    summary: Text(
      "prouve que le registre d’une taille commence par celui d’une autre (RFC 9162)",
      "proves that the log of one size begins with that of another (RFC 9162)"),
    arguments: [
      Argument(name: "A", help: Text("la taille ancienne", "the earlier size")),
      Argument(name: "B", help: Text("la taille nouvelle", "the later size")),
    ],
    example: "acquis audit consistency 30 42 --json"
  ) { invocation in
    let log = try Ledger(invocation).log()
    let (from, to) = (try invocation.size("A"), try invocation.size("B"))
    try invocation.check(size: to, of: UInt64(log.head().last.number))
    let proof = try Failure.proving { try log.consistencyProof(from: from, to: to) }
    if invocation.has("json") {
      let answer: JSONValue = [
        "from": .integer(Int(from)), "to": .integer(Int(to)),
        "proof": .list(proof.path.map { .string($0.base64) }),
      ]
      return try invocation.output.line(answer.description)
    }
    let roots = (try log.root(ofSize: from).base64, try log.root(ofSize: to).base64)
    try invocation.output.line(
      Text("racine de \(from) : \(roots.0)", "root of \(from): \(roots.0)"))
    for node in proof.path { try invocation.output.line("  " + node.base64) }
    try invocation.output.line(Text("racine de \(to) : \(roots.1)", "root of \(to): \(roots.1)"))
  }
}
