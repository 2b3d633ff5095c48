internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Projections

extension Command {
  /// `replay [--digest]`
  static let replay = Command(
    name: "replay",
    summary: Text(
      "rejoue tout le registre et compte les états, ou imprime leur empreinte",
      "folds the whole log and counts the states, or prints their digest"),
    options: [
      Option(
        name: "on", value: "DATE",
        help: Text(
          "à la fin de ce jour, AAAA-MM-JJ (par défaut le dernier jour connu)",
          "as of the end of this day, YYYY-MM-DD (default: the latest day known)")),
      Command.known,
      Option(
        name: "digest",
        help: Text(
          "un SHA-256 sur tous les états dérivés, suivi de l’édition",
          "one SHA-256 over every derived state, then the edition")),
    ],
    example: "acquis replay --digest"
  ) { invocation in
    let log = try Ledger(invocation).log()
    let day = invocation.has("on") ? try invocation.day() : nil
    let known = try invocation.known(in: log)
    let replay = try Replay(
      on: day, known: known, in: log, checksHashes: invocation.has("digest"),
      showingIn: invocation.output)
    var answer: [JSONMember] = [
      JSONMember("edition", .string(Edition.current.description)),
      JSONMember("on", .string(replay.on.description)),
      JSONMember("known", .integer(Int(known.number))),
    ]
    if invocation.has("digest") {
      let digest = try replay.digest().description
      answer.append(JSONMember("digest", .string(digest)))
      return try invocation.output.line(
        invocation.has("json")
          ? JSONValue.object(answer).description : "\(digest)  \(Edition.current)")
    }
    let counts = statuses(of: replay)
    if invocation.has("json") {
      answer.append(JSONMember("events", .integer(replay.events)))
      answer.append(
        JSONMember(
          "candidacies",
          .object(counts.map { JSONMember($0.status.rawValue, .integer($0.count)) })))
      return try invocation.output.line(JSONValue.object(answer).description)
    }
    try invocation.output.line(
      Text(
        "\(Text.count(replay.events, .entry).french) au \(replay.on.text.french), état du registre : position \(known), "
          + "édition \(Edition.current)",
        "\(replay.events) events on \(replay.on), as known at position \(known), edition \(Edition.current)"
      ))
    let width = String(counts.map(\.count).max() ?? 0).count
    for (status, count) in counts {
      let padding = String(repeating: " ", count: width - String(count).count)
      try invocation.output.line(
        "  \(padding)\(count)  \(status.text.text(in: invocation.output.language))")
    }
  }

  /// The number of candidacies in each status, in the statuses' order of precedence.
  private static func statuses(
    of replay: Replay
  ) -> [(status: CandidacyStatus, count: Int)] {
    var counts: [CandidacyStatus: Int] = [:]
    for id in replay.state.candidacies {
      guard let state = replay.state.candidacy(id, on: replay.on) else { continue }
      counts[state.status, default: 0] += 1
    }
    return CandidacyStatus.allCases.map { ($0, counts[$0, default: 0]) }
  }
}
