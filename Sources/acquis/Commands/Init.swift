internal import AcquisLedger
internal import Catalogue
internal import EventLog
internal import Events
internal import Vault

extension Command {
  /// `init [--empty]`
  static let initialise = Command(
    name: "init",
    summary: Text(
      "crée un registre et y enregistre les deux certifications du catalogue",
      "makes a ledger and records the two certifications of the catalogue"),
    options: [
      Option(
        name: "empty",
        help: Text(
          "n’enregistre aucune certification",
          "record no certification"))
    ],
    example: "acquis init --ledger jury.ledger"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let events =
      invocation.has("empty") ? [] : try BuiltInCatalogue.events().map { try EncodedEvent($0) }
    try ledger.create { draft in
      if !events.isEmpty { _ = try draft.log.append(events, unless: nil) }
    }
    invocation.output.noteDone(.ledgerMade)
    if invocation.has("json") {
      let answer: JSONValue = ["ledger": .string(ledger.path), "events": .integer(events.count)]
      try invocation.output.line(answer.description)
    } else {
      try invocation.output.line(
        Text(
          """
          \(ledger.shown) : un nouveau registre de \(Text.count(events.count, .entry).french).
          À côté, pour ce seul utilisateur : \(ledger.shownVault) (les clés des personnes), \
          \(ledger.shownBeside).master (la clé de ce coffre) et \(ledger.shownBeside).signing (la clé qui signe \
          l’état du registre). Gardez-les loin des copies du registre.
          """,
          """
          \(ledger.shown): a new ledger of \(events.count) events.
          Beside it, for this user only: \(ledger.shownVault) (the keys of persons), \
          \(ledger.shownBeside).master (the key of that vault) and \(ledger.shownBeside).signing (the key that \
          signs the state of the log). Keep them apart from copies of the log.
          """
        ))
    }
  }
}
