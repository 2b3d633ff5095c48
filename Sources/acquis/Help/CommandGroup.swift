internal import Events

/// The commands in the order of the work.
struct CommandGroup: Sendable {
  let title: Text
  /// The names of the commands.
  let names: [String]

  /// The commands of the group, in its order.
  var commands: [Command] {
    names.compactMap { name in Acquis.commands.first { $0.name == name } }
  }

  /// Every command once.
  static let all = [
    CommandGroup(
      title: Text("Commencer", "Start"),
      names: ["init", "demo", "config", "help"]),
    CommandGroup(
      title: Text("Enregistrer", "Record"),
      names: ["record", "correct", "annul", "import", "catalogue", "erase"]),
    CommandGroup(
      title: Text("Lire", "Read"),
      names: [
        "status", "candidate", "prior", "jury", "certification", "timeline", "log",
      ]),
    CommandGroup(
      title: Text("Listes et chiffres", "Lists and figures"),
      names: [
        "candidates", "people", "juries", "certifications", "certificates", "windows",
        "deadlines", "statistics",
      ]),
    CommandGroup(
      title: Text("Documents", "Documents"),
      names: ["letters", "minutes", "attest", "report"]),
    CommandGroup(
      title: Text("Vérifier", "Check"),
      names: ["findings", "compare", "audit", "vault", "replay"]),
    CommandGroup(
      title: Text("Conserver et transmettre", "Keep and pass on"),
      names: ["backup", "export", "restore", "move"]),
    CommandGroup(
      title: Text("Ouvrir à d’autres, mesurer", "Serve others, measure"),
      names: ["serve", "access", "bench"]),
  ]
}
