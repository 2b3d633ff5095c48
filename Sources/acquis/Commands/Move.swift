internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Files

extension Command {
  /// `move TO`
  static let move = Command(
    name: "move",
    summary: Text(
      "déplace le registre ailleurs : copie exacte, les deux bouts vérifiés, puis l’ancien n’enregistre plus rien",
      "moves the ledger elsewhere: exact copy, both ends verified; then the old one records nothing more"
    ),
    arguments: [
      Argument(
        name: "TO",
        help: Text(
          "où il n’y a encore rien : un fichier, ou postgres://…",
          "where there is nothing yet: a file, or postgres://…"))
    ],
    options: [
      Option(
        name: "to-vault", value: "WHERE",
        help: Text(
          "le coffre du nouveau registre, s’il est partagé : un fichier, ou postgres://…",
          "the new ledger's vault, where it is shared: a file, or postgres://…"))
    ],
    example: "acquis move 'postgres://clerk@db:5432/acquis?ledger=centre' --ledger centre.ledger"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let output = invocation.output
    let place = try LedgerPlace(
      invocation.argument("TO") ?? "", vault: invocation.option("to-vault"))
    // With the longest suffix of the files beside it.
    guard Folder.isValidLength(place.beside + ".access-journal") else {
      throw Failure.usage(Text("ce chemin est trop long", "this path is too long"))
    }
    guard place != ledger.place, !place.log.isEmpty else {
      throw Failure.usage(
        Text("un autre lieu est attendu", "expected another place"))
    }
    let target = Ledger(at: place, in: invocation)
    defer { output.endProgress() }
    let moved: Moved
    do {
      moved = try ledger.move(to: target) { step, position in
        output.progress(step.text.joined(with: position))
      }
    } catch LogFailure.alreadyThere {
      throw LedgerFailure.alreadyThere(place.log)
    }
    output.endProgress()
    output.noteDone(.ledgerMade)
    if invocation.has("json") {
      let answer: JSONValue = [
        "ledger": .string(place.log), "size": .integer(Int(moved.head.last.number)),
        "root": .string(moved.head.root.base64), "checkpoints": .integer(moved.checkpoints),
      ]
      return try output.line(answer.description)
    }
    try output.line(text(moved, from: ledger, to: target))
  }

  private static func text(_ moved: Moved, from ledger: Ledger, to target: Ledger) -> Text {
    let root = moved.head.root.base64
    return Text(
      """
      \(target.shown) : un registre de \(Text.count(moved.head.last.number, .entry).french), racine \(root).
      Les deux bouts ont été relus en entier et sont égaux ; points de contrôle signés, tous exacts : \
      \(moved.checkpoints).
      \(ledger.shown) n’enregistre plus rien et dit où le registre est allé ; il se lit et se vérifie encore. \
      Détruisez les clés restées à côté (\(ledger.shownBeside).signing, \(ledger.shownVault)) quand la copie \
      est sauvegardée.
      """,
      """
      \(target.shown): a ledger of \(moved.head.last) events, root \(root).
      Both ends were read whole and are equal; signed checkpoints, all of which match: \(moved.checkpoints).
      \(ledger.shown) records nothing more and says where the ledger went; it can still be read and verified. \
      Destroy the keys that remain beside it (\(ledger.shownBeside).signing, \(ledger.shownVault)) once the copy \
      is backed up.
      """)
  }
}

extension MoveStep {
  fileprivate var text: Text {
    switch self {
    case .verifyingSource: Text("entrées vérifiées", "events verified")
    case .copying: Text("entrées copiées", "events copied")
    case .verifyingTarget: Text("entrées vérifiées dans la copie", "events verified in the copy")
    }
  }
}

extension Text {
  fileprivate func joined(with position: Position) -> Text {
    Text("\(french) : \(position)", "\(english): \(position)")
  }
}
