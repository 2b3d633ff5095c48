internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events

extension Command {
  /// `log`
  static let log = Command(
    name: "log",
    summary: Text(
      "donne les entrées mêmes : une liste sur un terminal, JSON Lines ailleurs ; ou la racine de leur arbre",
      "gives the entries themselves: a list on a terminal, JSON Lines elsewhere; or the root of their tree"
    ),
    options: [
      Option(
        name: "from", value: "P",
        help: Text(
          "à partir de cette position",
          "from this position on")),
      Option(
        name: "to", value: "P",
        help: Text(
          "jusqu’à cette position",
          "up to this position")),
      Option(
        name: "after", value: "P",
        help: Text(
          "après cette position : la page suivante",
          "after this position: the next page")),
      Option(
        name: "limit", value: "N",
        help: Text(
          "au plus N entrées",
          "at most N events")),
      Option(
        name: "type", value: "T",
        help: Text(
          "de ce type seulement",
          "of this type only")),
      Option(
        name: "subject", value: "S",
        help: Text(
          "de ce sujet seulement, `candidacy:ID`",
          "of this subject only, candidacy:ID")),
      Option(
        name: "recorded-on", value: "DATE",
        help: Text(
          "seulement ce qui a été enregistré ce jour-là, à Paris",
          "only what was recorded on that day, in Paris")),
      Option(
        name: "by", value: "WHO",
        help: Text("seulement ce que cette personne a enregistré", "only what they recorded")),
      Option(
        name: "on", value: "DATE",
        help: Text(
          "seulement ce qui a eu lieu ce jour ou avant, AAAA-MM-JJ",
          "only what occurred on this day or before, YYYY-MM-DD")),
      Command.known,
      Option(
        name: "root",
        help: Text(
          "la taille et la racine selon la RFC 9162 (base64) à la place",
          "the size and the RFC 9162 root hash (base64) instead")),
      Option(
        name: "follow",
        help: Text(
          "puis attend les entrées qui viennent, et les donne à mesure (Ctrl-C arrête)",
          "then wait for the entries that come, and give each as it comes (Ctrl-C stops)")),
      Listing.csv, SheetOutput.option,
    ] + names,
    example: "acquis log --recorded-on 2026-06-18"
  ) { invocation in
    let log = try Ledger(invocation).log()
    let isFollowed = invocation.has("follow")
    if isFollowed,
      let other = ["to", "known", "limit", "recorded-on", "csv", "xlsx", "root"]
        .first(where: invocation.has)
    {
      throw Failure.usage(
        Text(
          "--follow et --\(other) ne vont pas ensemble",
          "--follow and --\(other) exclude each other"))
    }
    if invocation.has("root") {
      let others = [
        "from", "to", "after", "limit", "type", "subject", "on", "known", "recorded-on", "by",
        "csv", "xlsx",
      ]
      guard !others.contains(where: invocation.has) else {
        throw Failure.usage(
          Text(
            "--root est la racine du registre entier : sans filtre",
            "--root is the root of the whole log: it takes no filter"))
      }
      return try root(of: log, invocation)
    }
    var query = EventQuery(limit: try invocation.number("limit"))
    let last = try log.head().last
    let from = try invocation.position("from", upTo: last) ?? Position(1)
    let after = try invocation.position("after", upTo: last) ?? .zero
    query.from = max(from, after.next)
    let known = try invocation.known(in: log)
    query.through = try invocation.position("to", upTo: last).map { min(known, $0) } ?? known
    if invocation.has("on") { query.onOrBefore = try invocation.day() }
    if let text = invocation.option("type") {
      query.types = [
        try invocation.read("--type", text) { (text) throws(InvalidValue) in try EventType(text) }
      ]
    }
    if let text = invocation.option("subject") {
      let subject = try invocation.read("--subject", text) { (text) throws(InvalidValue) in
        try Subject(text)
      }
      try UnknownID.check(subject, in: log)
      query.subjects = [subject]
    }
    if let day = try invocation.day("recorded-on") {
      let before = try log.position(knownAt: Instant(endOf: day.adding(days: -1)))
      let last = try log.position(knownAt: Instant(endOf: day))
      query.from = max(query.from, before.next)
      query.through = query.through.map { min($0, last) }
    }
    let entries = RecordedEntries(
      query,
      by: try invocation.option("by").map { text in
        try invocation.read("--by", text) { (text) throws(InvalidValue) in try RecorderID(text) }
      })
    let isList =
      invocation.has("csv") || invocation.has("xlsx") || invocation.served?.table != nil
      || invocation.output.terminalWidth != nil && !invocation.has("json") && !isFollowed
    if isList {
      let question = Question(log: log, on: try invocation.day(), known: known)
      let names = try ListNames(invocation, question)
      var envelopes: [Envelope] = []
      try entries.read(in: log) { _, envelope in envelopes.append(envelope) }
      var rows = try EntryRows(question, names)
      try rows.listing(envelopes).print(invocation)
      return try names.reportUnnamed(invocation)
    }
    var (count, end) = (0, Position.zero)
    try entries.read(in: log) { stored, _ in
      if count == invocation.served?.pageLength {
        return invocation.output.keep(next: end.description)
      }
      (count, end) = (count + 1, stored.position)
      try invocation.output.bytes(ExactCopy.line(stored))
    }
    if isFollowed, invocation.served == nil {
      try follow(entries, after: known, in: log, invocation)
    }
  }

  /// Prints the entries that come, as long as the program runs.
  private static func follow(
    _ entries: RecordedEntries, after known: Position, in log: any EventLog,
    _ invocation: Invocation
  ) throws {
    guard let store = log as? any LedgerStore else { return }
    var entries = entries
    entries.query.from = max(entries.query.from, known.next)
    while true {
      try invocation.output.end()
      let last = Position(entries.query.from.number - 1)
      guard try store.waitForEvent(after: last, milliseconds: 60_000) else { continue }
      let end = try log.head().last
      entries.query.through = end
      try entries.read(in: log) { stored, _ in
        try invocation.output.bytes(ExactCopy.line(stored))
      }
      entries.query.from = end.next
    }
  }

  private static func root(of log: some EventLog, _ invocation: Invocation) throws {
    let head = try log.head()
    let root = head.root.base64
    if invocation.has("json") {
      let answer: JSONValue = ["size": .integer(Int(head.last.number)), "root": .string(root)]
      try invocation.output.line(answer.description)
    } else {
      try invocation.output.line("\(head.last)\n\(root)")
    }
  }
}
