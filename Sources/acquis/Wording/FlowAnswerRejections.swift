internal import AcquisLedger
internal import EventLog
internal import Events
internal import StateFlow

/// The rejections of an answer, with whom they are about and, where persons are named, why.
struct Rejections {
  private struct Rejection {
    let candidacy: CandidacyID
    let candidate: CandidateID?
    /// A text about the person.
    let message: String?
  }

  private let rejections: [Rejection]
  private let names: PersonNames

  /// - Parameters:
  ///   - log: with the entries of the answer.
  ///   - today: identities are those of today, whatever the day of the answer.
  init(
    _ matched: MatchedAnswer, in log: any EventLog, on today: CalendarDate,
    _ invocation: Invocation
  ) throws {
    let known = try log.head().last
    rejections = try matched.passages.filter { $0.answered.outcome == .rejected }
      .map { passage in
        let candidacy = passage.deposit.candidacy
        let candidate = try log.enrolment(of: candidacy, known: known)?.candidate
        let person = try candidate.flatMap { try PersonHistory(of: $0, known: known, in: log) }
        return Rejection(
          candidacy: candidacy, candidate: person?.candidate ?? candidate,
          message: passage.answered.message?.text)
      }
    names = try invocation.personNames(Question(log: log, on: today, known: known))
  }

  /// Each rejection, what shows the messages, and what answers rejections.
  func lines() throws -> [Text] {
    if rejections.isEmpty { return [] }
    var lines = [
      Text.count(
        rejections.count, Text("rejet :", "rejection:"), Text("rejets :", "rejections:"))
    ]
    for one in rejections {
      let label = try names.label(one.candidacy, of: one.candidate)
      guard names.texts.isOpening, let message = one.message.map(Shown.onOneLine) else {
        let person = one.candidate.map { " (\($0))" } ?? ""
        lines.append(Text(verbatim: names.texts.isOpening ? "  \(label)" : "  \(label)\(person)"))
        continue
      }
      lines.append(Text("  \(label) : \(message)", "  \(label): \(message)"))
    }
    if !names.texts.isOpening, rejections.contains(where: { $0.message != nil }) {
      lines.append(
        Text(
          "les messages concernent des personnes : `--names` les montre",
          "the messages are about persons: `--names` shows them"))
    }
    lines.append(Self.remedy)
    return lines
  }

  private static var remedy: Text {
    Text(
      "pour chaque rejet, corrigez l’identité (`acquis record CandidateIdentityCorrected candidate=… --data -`), puis envoyez de nouveau : `acquis export cpf --record`",
      "for each rejection, correct the identity (`acquis record CandidateIdentityCorrected candidate=… --data -`), then send it again: `acquis export cpf --record`"
    )
  }

  var json: [JSONValue] {
    rejections.map { one in
      var members = [
        JSONMember("candidacy", .string(one.candidacy.text)),
        JSONMember("candidate", one.candidate.map { .string($0.text) } ?? .null),
      ]
      if names.texts.isOpening {
        members.append(JSONMember("message", one.message.map { .string($0) } ?? .null))
      }
      return .object(members)
    }
  }
}
