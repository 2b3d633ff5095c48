package import Events
internal import Projections

extension NaiveReading {
  /// The answer and its details in the form of `status --json`, without positions of recording; null
  /// before the enrolment.
  package func json(_ id: CandidacyID) -> JSONValue {
    guard let answer = answer(id), let details = details(id) else { return .null }
    let window = answer.window
    return [
      "candidacy": .string(id.text), "candidate": .string(answer.candidate.text),
      "certification": .string(answer.certification.text),
      "pathway": .string(answer.pathway.rawValue), "status": .string(answer.status.rawValue),
      "tacit": .boolean(details.tacit), "targetReached": .boolean(answer.targetReached),
      "awaitingJury": .boolean(answer.awaitingJury),
      "blocks": .object(
        answer.blocks.map { JSONMember($0.code.text, .string($0.status.rawValue)) }),
      "window": [
        "state": .string(window.status.rawValue), "opensOn": JSONValue(window.opensOn),
        "lastDay": JSONValue(window.lastDay),
        "daysLeft": window.daysLeft.map { .integer($0) } ?? .null,
        "extended": window.extended.map { .boolean($0) } ?? .null,
        "completedOn": JSONValue(window.completedOn),
        "basis": JSONValue(window.basis?.rawValue),
      ],
      "certificate": answer.certificate.map {
        ["number": .string($0.text), "issuedOn": JSONValue(answer.certificateOn)]
      } ?? .null,
      "declaration": details.declaration.map {
        [
          "answer": .string($0.answer.rawValue), "due": JSONValue($0.due),
          "late": .boolean($0.isLate), "flow": JSONValue($0.flow?.text),
        ]
      } ?? .null,
      "toReview": .list(
        details.toReview.sorted { ($0.rule, $0.position) < ($1.rule, $1.position) }.map {
          [
            "rule": .string($0.rule < 10 ? "R0\($0.rule)" : "R\($0.rule)"),
            "position": .integer(Int($0.position.number)),
          ]
        }),
    ]
  }
}

extension JSONValue {
  fileprivate init(_ day: CalendarDate?) { self = day.map { .string($0.description) } ?? .null }
  fileprivate init(_ text: String?) { self = text.map { .string($0) } ?? .null }
}
