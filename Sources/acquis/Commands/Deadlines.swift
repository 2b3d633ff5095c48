internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `deadlines [--within DAYS] [--past]`
  static let deadlines = Command(
    name: "deadlines",
    summary: Text(
      "liste ce qui se termine : délais, recevabilités, enregistrements, déclarations, décisions, sessions et résultats de VAE, enquêtes",
      "lists what ends: windows, admissibilities, registrations, declarations, decisions, sessions and results of VAE, surveys"
    ),
    options: [
      Option(
        name: "within", value: "DAYS",
        help: Text("d’ici tant de jours (par défaut 90)", "within so many days (default 90)")),
      Option(
        name: "past",
        help: Text(
          "ce qui devait être fait avant ce jour et ne l’est pas, le plus récent d’abord",
          "what was due before that day and is not done, the most recent first")),
    ] + names + [on, known] + Listing.options,
    example: "acquis deadlines --within 180 --on 2022-06-01"
  ) { invocation in
    let question = try invocation.question()
    let within = try invocation.number("within") ?? Deadline.usualDays
    if invocation.has("past"), invocation.has("within") {
      throw Failure.usage(
        Text(
          "--past et --within ne vont pas ensemble", "--past and --within exclude each other"))
    }
    let output = invocation.output
    var lists = try question.lists { try $0.replay(showingIn: output) }
    let limit = try invocation.number("limit")
    // A page after an element is looked for in the whole list.
    let most = invocation.has("after") ? Int.max : limit
    let found =
      try invocation.has("past")
      ? lists.pastDeadlines(limit: most) : lists.deadlines(within: within, limit: most)
    var deadlines = found[...]
    if let after = invocation.option("after") {
      guard let index = found.firstIndex(where: { $0.key == after }) else {
        throw Listing.unknownElement
      }
      deadlines = found[(index + 1)...]
    }
    if let limit { deadlines = deadlines.prefix(limit) }
    let names = try ListNames(invocation, question)
    let states = try lists.states(of: Array(Set(deadlines.compactMap(\.candidacy))).sorted())
    try DeadlineRows(names: names) { states[$0] }
      .listing(Array(deadlines), isPage: true).print(invocation)
    try names.reportUnnamed(invocation)
    if !invocation.has("past"), !invocation.has("json"), !invocation.has("csv"),
      !invocation.has("xlsx"), case let count = try lists.pastDeadlineCount(), count > 0
    {
      invocation.output.note(
        Text(
          "en retard et pas encore fait : \(count) (`acquis deadlines --past`)",
          "past and not done yet: \(count) (`acquis deadlines --past`)"))
    }
  }
}
