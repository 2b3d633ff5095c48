internal import Answers
internal import CanonicalJSON
internal import EventLog
internal import Events
internal import Projections
internal import Recording

extension Command {
  /// `status CANDIDACY`
  static let status = Command(
    name: "status", summary: "tells where a candidacy stands, and which events made it so",
    arguments: [Argument(name: "CANDIDACY", help: "the candidacy's id")],
    options: [Command.on, Command.known],
    example: "acquis status DEMO-D-0001 --on 2021-06-17 --known 2021-07-01T00:00:00Z"
  ) { invocation in
    let log = try Ledger(invocation).log()
    let text = invocation.argument("CANDIDACY") ?? ""
    let id = try invocation.read("CANDIDACY", text) { (text) throws(InvalidValue) in
      try CandidacyID(text)
    }
    let day = try invocation.day()
    let known = try invocation.known(in: log)
    let state = try CandidacyHistory(of: id, known: known, in: log).state(on: day)
    if state == nil, try log.enrolment(of: id) == nil { throw try unknown(id, in: log) }
    let answer = state.map { CandidacyAnswer(on: day, known: known, state: $0) }
    if invocation.has("json") { return try Output.line((answer?.json ?? .null).description) }
    guard let answer else {
      return try Output.line(
        "\(id): no answer; not enrolled on \(day), as known at position \(known)")
    }
    for line in StatusText.lines(answer) { try Output.line(line) }
  }

  /// The failure for an id that the ledger does not know, with the nearest it does.
  private static func unknown(_ id: CandidacyID, in log: some EventLog) throws -> Failure {
    var known: Set<String> = []
    try log.read(EventQuery(types: [.candidateEnrolled], limit: 100_000)) { stored in
      if case .candidateEnrolled(let data) = try stored.envelope().event.fact {
        known.insert(data.candidacy.text)
      }
    }
    let near = Nearest.words(to: id.text, among: Array(known))
    let hint = near.isEmpty ? "" : "; near it: \(near.joined(separator: ", "))"
    return .input("the ledger knows no candidacy \(id)\(hint)")
  }
}

/// A candidacy's answer as people read it.
enum StatusText {
  /// The lines to print.
  static func lines(_ answer: CandidacyAnswer) -> [String] {
    let state = answer.state
    var lines = [
      "\(state.candidacy) on \(answer.on): \(words(state.status.rawValue))",
      "  as known  position \(answer.known), edition \(Edition.current)",
      "  candidate \(state.candidate), for \(state.certification) by \(words(state.pathway.rawValue))",
      "  window    \(sentence(state.window))",
    ]
    if state.targetReached { lines.append("  targets   all held") }
    if state.awaitingJury { lines.append("  jury      summoned, not decided yet") }
    if let certificate = state.certificate {
      lines.append("  document  certificate \(certificate.number) of \(certificate.issuedOn)")
    }
    lines.append(
      "  because   positions \(state.because.map(\.description).joined(separator: ", "))")
    let width = state.blocks.map(\.code.text.count).max() ?? 0
    for block in state.blocks {
      let code = block.code.text + String(repeating: " ", count: width - block.code.text.count)
      lines.append("  \(code)  \(sentence(block))")
    }
    return lines
  }

  private static func sentence(_ window: CompletionWindow) -> String {
    guard let opensOn = window.opensOn else { return "none: no block is held" }
    let basis = window.basis.map { ", by \($0.rawValue)" } ?? ""
    let extended = window.extended == true ? " (extended)" : ""
    let end = window.lastDay.map { "last day \($0)\(extended)" } ?? "without limit"
    let left = window.daysLeft.map { ", \($0) days left" } ?? ""
    let completed = window.completedOn.map { ", completed on \($0)" } ?? ""
    return "\(window.status.rawValue), opened \(opensOn), \(end)\(left)\(completed)\(basis)"
  }

  private static func sentence(_ block: BlockState) -> String {
    let since = block.since.map { " since \($0)" } ?? ""
    let jury = block.jury.map { ", jury \($0)" } ?? ""
    let position = block.position.map { ", position \($0)" } ?? ""
    let count = "\(block.acquired) of \(block.competencies) competencies acquired"
    return "\(block.status.rawValue)\(since)\(jury)\(position); \(count)"
  }

  /// A word of the vocabulary as words: `awaitingJury` becomes "awaiting jury".
  private static func words(_ word: String) -> String {
    word.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}
