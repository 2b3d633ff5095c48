internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events

extension Command {
  /// `log`
  static let log = Command(
    name: "log",
    summary: Text(
      "imprime les entrées elles-mêmes, en JSON Lines, ou la racine de leur arbre",
      "prints the events themselves, JSON Lines, or the root of their tree"),
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
    ],
    example: "acquis log --subject candidacy:DEMO-D-0001 --type BlockValidated"
  ) { invocation in
    let log = try Ledger(invocation).log()
    if invocation.has("root") {
      let others = ["from", "to", "after", "limit", "type", "subject", "on", "known"]
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
    try log.read(query) { stored in
      // Decoded to check that its subjects and type are those it was found by.
      _ = try stored.envelope()
      try invocation.output.bytes(ExactCopy.line(stored))
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
