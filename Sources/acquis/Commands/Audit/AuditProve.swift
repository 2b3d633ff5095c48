internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import TransparencyLog

extension Command {
  /// `audit prove POSITION [--size N] [--tlog-proof]`
  static let auditProve = Command(
    name: "audit prove",
    summary: Text(
      "prouve qu’une entrée est dans le registre (RFC 9162)",
      "proves that an entry is in the log (RFC 9162)"),
    arguments: [
      Argument(name: "POSITION", help: Text("la position de l’entrée", "the entry's position"))
    ],
    options: [
      Option(
        name: "size", value: "N",
        help: Text(
          "dans le registre de cette taille (par défaut l’actuelle)",
          "in the log of this size (default: the current one)")),
      Option(
        name: "tlog-proof",
        help: Text(
          "la preuve avec son point de contrôle signé, en un fichier (C2SP tlog-proof)",
          "the proof with its signed checkpoint, as one file (C2SP tlog-proof)")),
    ],
    example: "acquis audit prove 31 --json"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let position = try invocation.size("POSITION")
    let last = UInt64(try log.head().last.number)
    let size = try invocation.number("size").map(UInt64.init) ?? last
    try invocation.check(size: size, of: last)
    guard position > 0 else {
      throw Failure.usage(
        Text("POSITION : comptée à partir de 1", "POSITION: counted from 1"))
    }
    let proof = try Failure.proving { try log.inclusionProof(of: position - 1, in: size) }
    if invocation.has("tlog-proof") {
      guard !invocation.has("json") else {
        throw Failure.usage(
          Text("--tlog-proof ne va pas avec --json", "--tlog-proof does not go with --json"))
      }
      let note = try Failure.signing {
        try signedNote(at: size, of: ledger, log, invocation.output)
      }
      let file = try TlogProof(index: proof.index, path: proof.path, checkpoint: note)
      return try invocation.output.bytes(file.bytes)
    }
    let leaf = try log.leaf(at: position)
    if invocation.has("json") {
      return try invocation.output.line(InclusionAnswer(proof: proof, leaf: leaf).json.description)
    }
    try invocation.output.line(
      Text(
        "position \(position) parmi \(size) ; empreinte \(leaf.base64)",
        "position \(position) of \(size); leaf \(leaf.base64)"
      ))
    for node in proof.path { try invocation.output.line("  " + node.base64) }
    let root = try log.root(ofSize: size).base64
    try invocation.output.line(
      Text("mène à la racine \(root)", "leads to the root \(root)"))
  }

  /// The checkpoint of a size: the stored one, or a new one if it is the current size.
  private static func signedNote(
    at size: UInt64, of ledger: Ledger, _ log: some EventLog, _ output: Output
  ) throws -> SignedNote {
    let signed = try ledger.signedCheckpoints()
    let keys = try ledger.verifierKeys()
    if let note = try log.note(signedAt: size, in: signed, by: keys) { return note }
    let key = try ledger.key(isMade: true)
    if try log.head().last.number == Int64(size) {
      let note = try key.sign(stateOf: log)
      output.noteDone(.signed)
      if try key.checkpoint(in: note).size == size { return note }
    }
    throw Failure.input(
      Text(
        "--size : aucun point de contrôle n’a été signé à la taille \(size)",
        "--size: no checkpoint was signed at size \(size)"))
  }
}

/// An inclusion proof with its leaf's hash, and its JSON.
struct InclusionAnswer {
  let proof: InclusionProof
  let leaf: Digest

  var json: JSONValue {
    [
      "index": .integer(Int(proof.index)), "size": .integer(Int(proof.size)),
      "leaf": .string(leaf.base64), "proof": .list(proof.path.map { .string($0.base64) }),
    ]
  }
}

extension InclusionAnswer {
  /// The proof that the event at a position is in the current log.
  init(of position: Position, in log: some EventLog) throws {
    let (index, size) = (UInt64(position.number - 1), UInt64(try log.head().last.number))
    self.init(
      proof: try Failure.proving { try log.inclusionProof(of: index, in: size) },
      leaf: try log.leaf(at: index + 1))
  }
}

extension EventLog {
  /// The hash of the event at a position, counted from 1.
  fileprivate func leaf(at position: UInt64) throws -> Digest {
    guard let address = NodeAddress(level: 0, index: position - 1) else {
      throw ProofFailure.noSuchLeaf(index: position - 1, size: 0)
    }
    return try node(address)
  }
}
