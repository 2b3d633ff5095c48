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
    let state = try question.replay(showingIn: invocation.output).state
    let past = state.pastDeadlines(on: question.on)
    let deadlines =
      invocation.has("past") ? past : state.deadlines(on: question.on, within: within)
    let names = try ListNames(invocation, question)
    try DeadlineRows(names: names, state: state, day: question.on).listing(deadlines)
      .print(invocation)
    try names.reportUnnamed(invocation)
    if !invocation.has("past"), !invocation.has("json"), !invocation.has("csv"),
      !invocation.has("xlsx"), !past.isEmpty
    {
      let count = past.count
      invocation.output.note(
        Text(
          "en retard et pas encore fait : \(count) (`acquis deadlines --past`)",
          "past and not done yet: \(count) (`acquis deadlines --past`)"))
    }
  }
}
