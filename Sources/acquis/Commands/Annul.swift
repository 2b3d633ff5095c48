internal import AcquisLedger
internal import Events

extension Command {
  /// The entry that is annulled or corrected.
  static let entry = Argument(
    name: "EVENT",
    help: Text(
      "l’identifiant de l’entrée, ou sa position", "the entry's id, or its position"))

  private static let annulledOn = Option(
    name: "on", value: "DATE",
    help: Text(
      "le jour de l’annulation (par défaut aujourd’hui)", "the annulment's day (default today)"))

  /// `annul EVENT --reason TEXT`
  static let annul = Command(
    name: "annul",
    summary: Text(
      "annule une entrée faite par erreur ; elle reste lisible",
      "annuls an entry made by mistake; it can still be read"),
    arguments: [entry],
    options: [annulledOn, RecordingCommand.yes] + RecordingCommand.options,
    example: "acquis annul 41",
    exampleReason: Text("entrée en double", "entered twice")
  ) { invocation in
    let log = try Ledger(invocation).log()
    let entry = try EntryName(invocation, in: log)
    try RecordingCommand.decide(
      [try entry.annulment(invocation)], from: nil, replaces: true, invocation)
  }
}
