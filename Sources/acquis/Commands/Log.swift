internal import CanonicalJSON
internal import Cryptography
internal import EventLog
internal import Events

extension Command {
  /// `log`
  static let log = Command(
    name: "log", summary: "prints the events themselves, JSON Lines, or the root of their tree",
    options: [
      Option(name: "from", value: "P", help: "from this position on"),
      Option(name: "to", value: "P", help: "up to this position"),
      Option(name: "after", value: "P", help: "after this position: the next page"),
      Option(name: "limit", value: "N", help: "at most so many"),
      Option(name: "type", value: "T", help: "of this type only"),
      Option(name: "subject", value: "S", help: "of this subject only, candidacy:ID"),
      Option(
        name: "on", value: "DATE", help: "only what occurred on this day or before, YYYY-MM-DD"),
      Command.known,
      Option(name: "root", help: "the size and the RFC 9162 root hash (base64) instead"),
    ],
    example: "acquis log --subject candidacy:DEMO-D-0001 --type BlockValidated"
  ) { invocation in
    let log = try Ledger(invocation).log()
    if invocation.has("root") { return try root(of: log, invocation) }
    var query = EventQuery(limit: try invocation.number("limit"))
    let from = try invocation.number("from") ?? 1
    let after = try invocation.number("after") ?? 0
    query.from = Position(Int64(max(from, after + 1)))
    let known = try invocation.known(in: log)
    query.through = try invocation.number("to").map { min(known, Position(Int64($0))) } ?? known
    if invocation.has("on") { query.onOrBefore = try invocation.day() }
    if let text = invocation.option("type") {
      query.types = [
        try invocation.read("--type", text) { (text) throws(InvalidValue) in try EventType(text) }
      ]
    }
    if let text = invocation.option("subject") {
      query.subjects = [
        try invocation.read("--subject", text) { (text) throws(InvalidValue) in try Subject(text) }
      ]
    }
    try log.read(query) { stored in
      var line = Array("{\"position\":\(stored.position),".utf8)
      line.append(contentsOf: stored.bytes.dropFirst())
      line.append(UInt8(ascii: "\n"))
      try Output.bytes(line)
    }
  }

  private static func root(of log: some EventLog, _ invocation: Invocation) throws {
    let head = try log.head()
    let root = Base64.encode(head.root.bytes)
    if invocation.has("json") {
      let answer: JSONValue = ["size": .integer(Int(head.last.number)), "root": .string(root)]
      try Output.line(answer.description)
    } else {
      try Output.line("\(head.last)\n\(root)")
    }
  }
}
