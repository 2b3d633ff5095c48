internal import EventLog
internal import Events
internal import TestSupport
internal import Testing
internal import TransparencyLog

extension LogLaw {
  /// What a stream adds is what one append of the same events adds.
  static let streams: [LogLaw] = [
    LogLaw("a stream in parts adds what one append adds: bytes, positions and tree") { make in
      let events = try sequence(60)
      for size in [1, 2, 7, 59, 60, 61] {
        let (whole, streamed) = (try make(TestClock().now), try make(TestClock().now))
        for log in [whole, streamed] { try log.append([Sample.validated(500)]) }
        let receipt = try whole.append(events, unless: nil)
        #expect(try streamed.stream(events, by: size) == receipt)
        #expect(try streamed.head() == whole.head())
        #expect(try streamed.bytes() == whole.bytes())
        for level in 0..<5 {
          let address = try #require(NodeAddress(level: level, index: 0))
          #expect(try streamed.node(address) == whole.node(address))
        }
        let query = EventQuery(subjects: [.candidacy(try CandidacyID("D-2"))])
        #expect(try streamed.positions(query) == whole.positions(query))
        try streamed.append([Sample.validated(501)])
        try whole.append([Sample.validated(501)])
        #expect(try streamed.bytes().count == whole.bytes().count)
      }
    },
    LogLaw("a stream without events changes nothing") { make in
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1)])
      let head = try log.head()
      #expect(try log.appendStream { nil } == AppendReceipt(positions: [], appended: 0))
      #expect(try log.head() == head)
    },
    LogLaw("events of a stream that the log has, or an earlier part, keep their positions") {
      make in
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1), Sample.validated(2)])
      let receipt = try log.stream(
        [
          Sample.validated(3), Sample.validated(2), Sample.validated(3), Sample.validated(4),
          Sample.validated(1),
        ], by: 1)
      #expect(receipt.positions.map(\.number) == [3, 2, 3, 4, 1])
      #expect(receipt.appended == 2)
      let head = try log.head()
      #expect(try log.stream(sequenceOfFour(), by: 3).appended == 0)
      #expect(try log.head() == head)
    },
    LogLaw("a stream that fails in any part leaves nothing, and tells the index in the whole") {
      make in
      let today = Int(TestClock.start / 86_400_000_000)
      let jury = Subject.jury(try JuryID("J-1"))
      for (wrong, failure): (EncodedEvent, LogFailure) in [
        (try Sample.validated(1, jury: 7), .idTaken(index: 4, by: Position(1))),
        (try Sample.validated(3, jury: 7), .idTaken(index: 4, by: Position(3))),
        (try Sample.validated(9, day: today + 1), .notYet(index: 4)),
        (try Sample.annulled(9, entry: 77, subjects: [jury]), .unknownEntry(index: 4)),
        (try Sample.annulled(9, entry: 3, subjects: [jury]), .wrongSubjects(index: 4)),
      ] {
        for size in [1, 2, 4, 5, 6] {
          let log = try make(TestClock().now)
          try log.append([Sample.validated(1), Sample.validated(2)])
          let before = (try log.head(), try log.bytes())
          let events =
            try (3...6).map { try Sample.validated($0) } + [wrong, Sample.validated(10)]
          #expect(throws: failure) { try log.stream(events, by: size) }
          #expect(try log.head() == before.0)
          #expect(try log.bytes() == before.1)
          // The store's caches hold nothing of it either.
          #expect(try log.stream(Array(events.prefix(4)), by: 3).appended == 4)
          #expect(try log.positions(EventQuery(subjects: [jury])) == [1, 2, 3, 4, 5, 6])
        }
      }
    },
    LogLaw("a source that fails ends its stream, and nothing is added") { make in
      struct Refusal: Error {}
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1)])
      let before = (try log.head(), try log.bytes())
      var number = 1
      #expect(throws: Refusal.self) {
        try log.appendStream {
          number += 1
          if number == 4 { throw Refusal() }
          return [try Sample.validated(number, jury: number)]
        }
      }
      #expect(try log.head() == before.0)
      #expect(try log.bytes() == before.1)
      try log.append([Sample.validated(2, jury: 9)])
      #expect(try log.positions(EventQuery(subjects: [.jury(try JuryID("J-9"))])) == [2])
    },
    LogLaw("an annulment in a stream names an entry of an earlier part or of its own") { make in
      let jury = Subject.jury(try JuryID("J-1"))
      for size in [1, 2, 3] {
        let log = try make(TestClock().now)
        let events = try [
          Sample.deliberated(1), Sample.validated(2),
          Sample.annulled(3, entry: 1, subjects: [jury]),
        ]
        #expect(try log.stream(events, by: size).appended == 3)
      }
    },
    LogLaw("the instants of a stream go on from part to part, with their marks") { make in
      let clock = TestClock()
      let log = try make(clock.now, trust: ClockTrust(isAccepted: true))
      try log.append([Sample.validated(1)])
      clock.step(seconds: -3600 * 24 * 3)
      let day = Sample.day - 10
      _ = try log.stream((2...6).map { try Sample.validated($0, day: day) }, by: 2)
      let entries = try log.envelopes(EventQuery())
      #expect(entries.map(\.clock) == [nil] + Array(repeating: .behind, count: 5))
      let first = entries[0].recordedAt.microseconds
      #expect(entries.map { $0.recordedAt.microseconds - first } == [0, 1, 2, 3, 4, 5])
    },
  ]

  /// Events of few subjects, some of them twice.
  private static func sequence(_ count: Int) throws -> [EncodedEvent] {
    var random = SeededGenerator(seed: 3)
    let events = try (1...count).map { try Sample.random($0, &random) }
    return events + [events[3], events[count / 2]]
  }

  private static func sequenceOfFour() throws -> [EncodedEvent] {
    try (1...4).map { try Sample.validated($0) }
  }
}

extension EventLog {
  /// Appends events as a stream of parts of this size.
  func stream(_ events: [EncodedEvent], by size: Int) throws -> AppendReceipt {
    var rest = events[...]
    return try appendStream {
      if rest.isEmpty { return nil }
      defer { rest = rest.dropFirst(size) }
      return Array(rest.prefix(size))
    }
  }
}
