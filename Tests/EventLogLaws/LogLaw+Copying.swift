internal import EventLog
internal import Events
internal import TestSupport
internal import Testing

extension LogLaw {
  static let copying: [LogLaw] = [
    LogLaw("an exact copy has the same bytes, instants and root, and is appended to") { make in
      let source = try InMemoryLog(clock: TestClock().now)
      var random = SeededGenerator(seed: 11)
      for number in 0..<70 { try source.append([Sample.random(number, &random)]) }
      let jury = Subject.jury(try JuryID("J-1"))
      try source.append([
        Sample.deliberated(80), Sample.annulled(81, entry: 80, subjects: [jury]),
      ])
      // The clock, set long ago, is not read for the copy, only for what is appended after it.
      let clock = TestClock()
      clock.step(seconds: -1_000_000)
      let log = try make(clock.now)
      #expect(try log.restore(source.copied()) == source.head())
      #expect(try log.head() == source.head())
      #expect(try log.bytes() == source.bytes())
      #expect(try log.positions(EventQuery(subjects: [jury])).last == 72)
      #expect(throws: LogFailure.self) { try log.append([Sample.validated(90)]) }
      clock.step(seconds: 1_000_001)
      try log.append([Sample.validated(90), Sample.deliberated(80)])
      #expect(try log.head().last == Position(73))
    },
    LogLaw("a copy of nothing is an empty log") { make in
      let log = try make(TestClock().now)
      #expect(try log.restore { nil }.last == .zero)
      try log.append([Sample.validated(1)])
    },
    LogLaw("only an empty log can be restored into") { make in
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1)])
      try log.refusesCopy([copied(Sample.validated(2))], with: .notEmpty)
      try log.refusesCopy([], with: .notEmpty)
    },
    LogLaw("an impossible copy is refused, and nothing of it is kept") { make in
      let jury = Subject.jury(try JuryID("J-1"))
      let other = Subject.jury(try JuryID("J-2"))
      let today = Int(TestClock.start / 86_400_000_000)
      let first = try copied(Sample.deliberated(1), at: 5)
      let log = try make(TestClock().now)
      for (event, failure): (RestoredEvent, LogFailure) in [
        (try copied(Sample.deliberated(1), at: 5), .idTwice(index: 1, by: Position(1))),
        (try copied(Sample.validated(1), at: 6), .idTwice(index: 1, by: Position(1))),
        (try copied(Sample.validated(2), at: 4), .instantBack(index: 1)),
        (try copied(Sample.validated(2, day: today + 1), at: 6), .notYet(index: 1)),
        (
          try copied(Sample.annulled(2, entry: 7, subjects: [jury]), at: 6),
          .unknownEntry(index: 1)
        ),
        (
          try copied(Sample.annulled(2, entry: 2, subjects: [jury]), at: 6),
          .unknownEntry(index: 1)
        ),
        (
          try copied(Sample.annulled(2, entry: 1, subjects: [other]), at: 6),
          .wrongSubjects(index: 1)
        ),
      ] {
        try log.refusesCopy([first, event], with: failure)
      }
      #expect(try log.restore([first].lent()).last == Position(1))
    },
    LogLaw("a copy whose source fails half way leaves nothing, in the file or in memory") { make in
      let log = try make(TestClock().now)
      struct Interrupted: Error {}
      var given = 0
      #expect(throws: Interrupted.self) {
        try log.restore {
          given += 1
          guard given < 4 else { throw Interrupted() }
          return try copied(Sample.validated(given, candidacy: given, jury: given))
        }
      }
      #expect(try log.head().last == .zero)
      try log.append([Sample.validated(9, candidacy: 7, jury: 3)])
      #expect(try log.positions(EventQuery(subjects: [.jury(JuryID("J-3"))])) == [1])
      #expect(try log.positions(EventQuery(subjects: [.jury(JuryID("J-1"))])) == [])
    },
  ]

  /// The event as another log holds it, recorded this many seconds after the clock's start.
  private static func copied(_ event: EncodedEvent, at seconds: Int64 = 0) throws -> RestoredEvent {
    let instant = try Instant(microseconds: TestClock.start + seconds * 1_000_000)
    return try event.bytes(recordedAt: instant).withUnsafeBytes {
      try RestoredEvent(position: Position(1), canonical: $0)
    }
  }
}

extension [RestoredEvent] {
  fileprivate func lent() -> () -> RestoredEvent? {
    var rest = self[...]
    return { rest.popFirst() }
  }
}

extension RestorableLog {
  /// The events of this log, one a call.
  fileprivate func copied() throws -> () throws -> RestoredEvent? {
    var events: [RestoredEvent] = []
    try read(EventQuery()) {
      events.append(try RestoredEvent(position: $0.position, canonical: $0.bytes))
    }
    return events.lent()
  }

  /// Expects the failure, and an unchanged log.
  fileprivate func refusesCopy(
    _ events: [RestoredEvent], with failure: LogFailure,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let before = (try head(), try bytes())
    #expect(throws: failure, sourceLocation: location) { try restore(events.lent()) }
    #expect(try head() == before.0, sourceLocation: location)
    #expect(try bytes() == before.1, sourceLocation: location)
  }
}
