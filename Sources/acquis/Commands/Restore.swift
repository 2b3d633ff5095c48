internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Files
internal import TransparencyLog

extension Command {
  /// `restore FILE`
  static let restore = Command(
    name: "restore",
    summary: Text(
      "refait un registre d’après une copie exacte, entier ou pas du tout",
      "makes a ledger from an exact copy, whole or not at all"),
    arguments: [
      Argument(
        name: "FILE",
        help: Text(
          "ce qu’a écrit `acquis export jsonl` ; - lit l’entrée standard",
          "what `acquis export jsonl` wrote; - reads standard input"), input: .file)
    ],
    options: [
      Option(
        name: "against", value: "NOTE",
        help: Text(
          "un point de contrôle gardé ailleurs : la copie doit le prolonger",
          "a checkpoint kept elsewhere: the copy must continue it"), isRepeatable: true,
        input: .file),
      Option(
        name: "key", value: "VKEY",
        help: Text(
          "la clé qui vérifie les points de contrôle, ou son fichier (sinon celles de la copie)",
          "the key that verifies the checkpoints, or its file (else those of the copy)"),
        isRepeatable: true),
      Option(
        name: "new-vault",
        help: Text(
          "crée un coffre vide, quand l’ancien est perdu pour toujours",
          "make an empty vault, where the old one is lost for ever")),
    ],
    example: "acquis restore copy.jsonl --ledger restored.ledger"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let file = invocation.argument("FILE") ?? "-"
    let output = invocation.output
    defer { output.endProgress() }
    let keys = try invocation.options("key").flatMap(SuppliedFile.keys)
    let given = try invocation.options("against").flatMap(SuppliedFile.checkpoints)
    var lines = try InputLines(file)
    let restored: Restored
    do {
      restored = try ledger.restore(
        keys: keys, against: given,
        vault: invocation.has("new-vault") ? .createIfMissing : .useExisting,
        progress: { output.progress(Text("entrées lues : \($0)", "events read: \($0)")) },
        nextLine: { try lines.next(atMost: $0) })
    } catch let failure as CopyFailure {
      throw noLedger(failure.problem.textWithRemedy, "\(file):\(failure.line)")
    } catch let failure as RestoreFailure {
      switch failure {
      case .event(_, let line): throw noLedger(failure.text, "\(file):\(line)")
      case .otherRoot, .nothingToVerify, .checkpoint:
        throw Failure.check(failure.textWithRemedy.at(file))
      }
    }
    invocation.output.noteDone(.ledgerMade)
    if invocation.has("json") {
      return try invocation.output.line(restored.json(ledger).description)
    }
    try invocation.output.line(restored.text(ledger))
  }
}

extension Command {
  private static func noLedger(_ text: Text, _ place: String) -> Failure {
    .input(text.then(Text("aucun registre n’a été créé", "no ledger was made")).at(place))
  }
}

extension Restored {
  private var root: String { head.root.base64 }

  fileprivate func json(_ ledger: Ledger) -> JSONValue {
    [
      "ledger": .string(ledger.path), "size": .integer(Int(head.last.number)),
      "root": .string(root), "checkpoints": .integer(checkpoints),
      "keys": trust.map { .string($0.rawValue) } ?? .null,
    ]
  }

  private var vouching: Text {
    guard checkpoints > 0 else {
      return Text(
        "Aucun point de contrôle ne l’atteste : comparez la racine à celle que vous avez gardée.",
        "No checkpoint vouches for it: compare the root with one you keep.")
    }
    return switch trust {
    case .given:
      Text(
        "Points de contrôle signés qui l’attestent : \(checkpoints).",
        "Signed checkpoints that vouch for it: \(checkpoints).")
    case .copy:
      Text(
        "Points de contrôle exacts, signés d’une clé que la copie déclare : \(checkpoints).",
        "Checkpoints that match, signed by a key that the copy states: \(checkpoints).")
    case nil:
      Text(
        "Points de contrôle exacts, signatures non vérifiées faute de clé : \(checkpoints).",
        "Checkpoints that match, signatures not verified because no key is known: \(checkpoints).")
    }
  }

  fileprivate func text(_ ledger: Ledger) -> Text {
    let vault =
      ledger.hasVault
      ? Text("Le coffre est à côté.", "The vault is beside it.")
      : Text(
        """
        Sans coffre, tout se lit sauf les textes scellés : placez \(ledger.shownVault) et \
        \(ledger.shownBeside).master.
        """,
        """
        Without a vault everything can be read but sealed texts: put \(ledger.shownVault) and \
        \(ledger.shownBeside).master there.
        """)
    return Text(
      """
      \(ledger.shown) : un registre de \(Text.count(head.last.number, .entry).french), racine \(root).
      \(vouching.french)
      \(vault.french)
      """,
      """
      \(ledger.shown): a ledger of \(head.last) events, root \(root).
      \(vouching.english)
      \(vault.english)
      """)
  }
}
