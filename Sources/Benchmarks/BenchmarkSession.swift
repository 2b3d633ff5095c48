internal import AcquisLedger
internal import Events

/// Generated events of one jury session with 40 candidacies, to measure its decisions.
struct BenchmarkSession {
  /// Recorded first: enrolments, the jury, summonses, the session.
  let setting: [Submission]
  /// 160 decisions, none of which the rules refuse.
  let decisions: [Submission]

  init(on day: CalendarDate) throws {
    let candidacies = (1...40).map { "BENCH-D-\($0)" }
    let members = ["president", "humanResources", "operations"]
    func line(_ type: EventType, _ data: JSONValue) throws -> Submission {
      try Submission(
        [
          "type": .string(type.rawValue), "occurredOn": .string(day.description),
          "recordedBy": "bench:1", "data": data,
        ], line: 1)
    }
    let enrolments = try candidacies.map { candidacy in
      try line(
        .candidateEnrolled,
        [
          "candidacy": .string(candidacy), "candidate": .string(candidacy),
          "certification": "3474", "pathway": "continuingTraining", "public": "employee",
        ])
    }
    let convened = try line(
      .juryConvened,
      [
        "jury": "BENCH-J", "certification": "3474", "sessionOn": .string(day.description),
        "mode": "remote",
        "members": .list(members.map { ["member": .string($0), "role": .string($0)] }),
      ])
    let summonses = try candidacies.map { candidacy in
      try line(.candidateSummoned, ["jury": "BENCH-J", "candidacy": .string(candidacy)])
    }
    let held = try line(
      .juryHeld, ["jury": "BENCH-J", "present": .list(members.map { .string($0) })])
    setting = enrolments + [convened] + summonses + [held]
    decisions = try candidacies.flatMap { candidacy in
      try (1...4).map { domain in
        try line(
          .blockValidated,
          [
            "jury": "BENCH-J", "candidacy": .string(candidacy),
            "block": .string("3474D\(domain)"),
          ])
      }
    }
  }
}
