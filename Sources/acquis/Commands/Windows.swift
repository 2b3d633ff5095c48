internal import AcquisLedger
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `windows [--closing-within DAYS] [--state S]`
  static let windows = Command(
    name: "windows",
    summary: Text(
      "liste les délais pour compléter, le prochain à se fermer d’abord",
      "lists completion windows, the next to close first"),
    options: [
      Option(
        name: "closing-within", value: "DAYS",
        help: Text(
          "qui se ferment d’ici tant de jours",
          "that close within so many days")),
      Option(
        name: "state", value: "S",
        help: Text(
          "dans cet état seulement : open, completed ou lapsed",
          "in this state only: open, completed or lapsed")),
      Option(
        name: "certification", value: "C",
        help: Text(
          "de cette certification seulement",
          "of this certification only")),
    ] + names + [on, known] + Listing.options,
    example: "acquis windows --closing-within 90 --on 2022-05-01"
  ) { invocation in
    let status: CompletionWindow.Status? = try invocation.word(
      "state", among: [.open, .completed, .lapsed])
    let list = try CandidacyList(invocation, in: .windows(status))
    try Listing.windows(list).print(invocation)
    let isOnScreen = !invocation.has("json") && !invocation.has("csv") && !invocation.has("xlsx")
    if isOnScreen, list.hasLapsed {
      let output = invocation.output
      let note = Text(
        "Un délai écoulé n’enlève rien : les blocs acquis le restent.",
        "A window that has lapsed takes nothing away: blocks held stay held.")
      let width = output.terminalWidth ?? Wrapped.defaultWidth
      for line in Wrapped.lines(note.text(in: output.language), width: width) {
        try output.line(StyledLine(line, .faint))
      }
    }
    try list.names.reportUnnamed(invocation)
  }
}

extension Listing {
  /// The windows of a list of candidacies, one of each chain, the next to close first.
  ///
  /// - Throws: `LogFailure`.
  static func windows(_ list: CandidacyList) throws -> Listing {
    let answers =
      list.ledger.map { Lists.listed(list.answers, in: .windows(nil), $0) } ?? list.answers
    let drawing = Listing.Column(name: "bar", Text("", ""), rank: 1, isOnScreenOnly: true)
    let columns = CandidacyColumns(list, isOfWindows: true)
    let sessions = try PlannedSessions(list.question)
    return Listing(
      name: Text("délais", "windows"),
      columns: columns.columns + [.init(.nextJury, rank: 2), drawing],
      elements: answers.map { answer in
        Listing.Element(
          key: answer.state.candidacy.text,
          json: list.names.json(answer.windowJSON, naming: answer.state.candidate),
          cells: columns.cells(answer)
            + [
              sessions.cell(answer.state),
              .plain(WindowBar.text(answer.state.window, on: answer.on)),
            ])
      }, isPage: list.ledger == nil
    )
  }
}
