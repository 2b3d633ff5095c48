internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `deadlines [--within DAYS]`
  static let deadlines = Command(
    name: "deadlines",
    summary: Text(
      "liste ce qui se termine : délais, recevabilités, enregistrements, déclarations",
      "lists what ends: windows, admissibilities, registrations, declarations"),
    options: [
      Option(
        name: "within", value: "DAYS",
        help: Text("d’ici tant de jours (par défaut 90)", "within so many days (default 90)")),
      Command.on, Command.known,
    ] + Listing.options,
    example: "acquis deadlines --within 180 --on 2022-06-01"
  ) { invocation in
    let question = try invocation.question()
    let (log, day, known) = (question.log, question.on, question.known)
    let within = try invocation.number("within") ?? 90
    let deadlines = try question.replay(showingIn: invocation.output).state
      .deadlines(on: day, within: within)
    try Listing(
      columns: [
        .init(.lastDay), .init(.daysLeft, isNumber: true), .init(.kind),
        .init(.subject),
      ],
      elements: deadlines.map { deadline in
        Listing.Element(
          key: "\(deadline.kind.rawValue):\(deadline.subject)", json: deadline.json,
          cells: [
            deadline.lastDay.description, String(deadline.daysLeft), deadline.kind.rawValue,
            deadline.subject.description,
          ])
      }
    ).print(invocation)
  }
}
