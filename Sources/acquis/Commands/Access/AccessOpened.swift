internal import Access
internal import AcquisLedger
internal import EventLog
internal import Events

extension Command {
  /// `access opened [--since DAY] [--by WHO] [--subject S]`
  static let accessOpened = Command(
    name: "access opened",
    summary: Text(
      "liste qui a vu les noms de qui, quel jour, par l’interface HTTP, sur douze mois",
      "lists who saw whose names, on which day, over HTTP, in twelve months"),
    options: [
      Option(
        name: "since", value: "DAY",
        help: Text("à partir de ce jour", "from this day on")),
      Option(
        name: "by", value: "WHO",
        help: Text("ce que cette personne a vu seulement", "only what this person saw")),
      Option(
        name: "subject", value: "S",
        help: Text(
          "ce qui a été vu de ce sujet seulement, `candidate:ID` ou `member:ID`",
          "only what was seen of this subject, candidate:ID or member:ID")),
    ] + Listing.options,
    example: "acquis access opened --since 2026-06-01 --by officer:17"
  ) { invocation in
    let ledger = try Ledger(invocation)
    let log = try ledger.log()
    let since = try invocation.day("since")
    let who = try invocation.option("by").map { text in
      try invocation.read("--by", text) { (text) throws(InvalidValue) in try RecorderID(text) }
    }
    let subject = try invocation.option("subject").map { text in
      try invocation.read("--subject", text) { (text) throws(InvalidValue) in try Subject(text) }
    }
    let opened = try OpenedNames(beside: ledger.file)
      .list(since: since, who: who, subject: subject)
    // What was opened of somebody is listed even where the log names them no more.
    if opened.isEmpty, let subject, case .candidate = subject {
      try UnknownID.check(subject, in: log)
    }
    try Listing.opened(opened).print(invocation)
  }
}

extension Listing {
  static func opened(_ opened: [OpenedName]) -> Listing {
    Listing(
      name: Text("noms ouverts", "names opened"),
      columns: [
        .init(.day), .init(.who, meaning: Text("qui les a vus", "who saw them")),
        .init(
          .subject, heading: Text("de qui", "of whom"),
          meaning: Text("la personne dont le nom a été vu", "the person whose name was seen")),
        .init(.count, isNumber: true),
      ],
      elements: opened.map { one in
        Listing.Element(
          key: "\(one.day)/\(one.who)/\(one.subject)",
          json: [
            "day": .string(one.day.description), "who": .string(one.who.text),
            "subject": .string(one.subject.description), "count": .integer(one.count),
          ],
          cells: [
            .day(one.day), .plain(one.who.text),
            .word(one.subject.description, one.subject.text), .number(one.count),
          ])
      })
  }
}
