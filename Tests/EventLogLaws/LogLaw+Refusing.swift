internal import EventLog
internal import Events
internal import TestSupport
internal import Testing

extension LogLaw {
  static let refusing: [LogLaw] = [
    LogLaw("an id taken by another content is refused, and nothing of its batch is added") { make in
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1), Sample.validated(2)])
      try log.refuses(
        [Sample.validated(3), Sample.validated(2, jury: 7)],
        with: .idTaken(index: 1, by: Position(2)))
      try log.refuses(
        [Sample.validated(3), Sample.validated(4), Sample.validated(3, jury: 7)],
        with: .idTaken(index: 2, by: Position(3)))
      try log.append([Sample.validated(3)])
      #expect(try log.positions(EventQuery()) == [1, 2, 3])
    },
    LogLaw("an append fails where a matching event follows the position known") { make in
      let log = try make(TestClock().now)
      try log.append((1...4).map { try Sample.validated($0, candidacy: $0 % 2, jury: $0) })
      let subjects: [Subject] = [.candidacy(try CandidacyID("D-0"))]
      let query = EventQuery(subjects: subjects)
      let types = EventQuery(types: [.blockValidated])
      for (query, after, found): (EventQuery, Int64, Int64?) in [
        (query, 0, 2), (query, 1, 2), (query, 2, 4), (query, 3, 4), (query, 4, nil),
        (types, 2, 3), (types, 4, nil), (EventQuery(), 3, 4), (EventQuery(), 4, nil),
        (EventQuery(subjects: subjects, types: [.juryHeld]), 0, nil),
        (EventQuery(subjects: subjects, types: [.blockValidated]), 2, 4),
      ] {
        let condition = AppendCondition(nothingMatching: query, after: Position(after))
        if let found {
          try log.refuses(
            [Sample.validated(9)], unless: condition, with: .conditionFailed(by: Position(found)))
        } else {
          let retry = [try Sample.validated(1, candidacy: 1, jury: 1)]
          _ = try log.append(retry, unless: condition)
        }
      }
      let free = AppendCondition(nothingMatching: query, after: Position(4))
      #expect(try log.append([Sample.validated(9)], unless: free).positions == [Position(5)])
    },
    LogLaw("a fact of the day after is refused, one of the same day in Paris is not") { make in
      let log = try make(TestClock().now)
      let today = Int(TestClock.start / 86_400_000_000)
      try log.refuses(
        [Sample.validated(1, day: today), Sample.validated(2, day: today + 1)],
        with: .notYet(index: 1))
      try log.append([Sample.validated(1, day: today)])
    },
  ]

  static let annulling: [LogLaw] = [
    LogLaw("an annulment names an entry before it, in the log or in its batch") { make in
      let log = try make(TestClock().now)
      let jury = Subject.jury(try JuryID("J-1"))
      let annulment = try Sample.annulled(2, entry: 1, subjects: [jury])
      try log.refuses([annulment], with: .unknownEntry(index: 0))
      try log.refuses([annulment, Sample.deliberated(1)], with: .unknownEntry(index: 0))
      try log.refuses(
        [Sample.annulled(2, entry: 2, subjects: [jury])], with: .unknownEntry(index: 0))
      try log.append([Sample.deliberated(1), annulment])
      try log.append([annulment, Sample.annulled(3, entry: 2, subjects: [jury])])
      #expect(try log.positions(EventQuery(subjects: [jury])) == [1, 2, 3])
    },
    LogLaw("an annulment repeats its entry's subjects, in any order") { make in
      let log = try make(TestClock().now)
      let jury = Subject.jury(try JuryID("J-1"))
      let other = Subject.jury(try JuryID("J-2"))
      try log.append([Sample.deliberated(1)])
      for subjects in [[other], [jury, other]] {
        try log.refuses(
          [Sample.annulled(2, entry: 1, subjects: subjects)], with: .wrongSubjects(index: 0))
        try log.refuses(
          [Sample.deliberated(5), Sample.annulled(6, entry: 5, subjects: subjects)],
          with: .wrongSubjects(index: 1))
      }
      try log.append([Sample.annulled(2, entry: 1, subjects: [jury, jury])])
    },
  ]
}

extension EventLog {
  /// Expects the failure, and an unchanged log.
  func refuses(
    _ events: [EncodedEvent], unless condition: AppendCondition? = nil, with failure: LogFailure,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let before = (try head(), try bytes())
    #expect(throws: failure, sourceLocation: location) {
      try append(events, unless: condition)
    }
    #expect(try head() == before.0, sourceLocation: location)
    #expect(try bytes() == before.1, sourceLocation: location)
  }
}
