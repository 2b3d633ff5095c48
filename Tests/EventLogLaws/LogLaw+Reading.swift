internal import EventLog
internal import Events
internal import TestSupport
internal import Testing

extension LogLaw {
  static let reading: [LogLaw] = [
    LogLaw("the fold order is by day, then by position") { make in
      let log = try make(TestClock().now)
      for (number, back) in [3, 1, 3, 0, 2].enumerated() {
        try log.append([Sample.validated(number, day: Sample.day - back)])
      }
      #expect(try log.positions(EventQuery(order: .fold)) == [1, 3, 5, 2, 4])
    },
    LogLaw("every query returns what a plain filter does, in the same order") { make in
      var random = SeededGenerator(seed: 17)
      let log = try make(TestClock().now)
      let events = try (1...300).map { try Sample.random($0, &random) }
      for start in stride(from: 0, to: 300, by: 50) {
        try log.append(Array(events[start..<start + 50]))
      }
      for _ in 0..<600 {
        let query = try EventQuery.random(&random)
        #expect(try log.positions(query) == query.filtered(events), "\(query)")
      }
    },
    LogLaw("a query of thousands returns what a plain filter does, to its limit") { make in
      var random = SeededGenerator(seed: 31)
      let log = try make(TestClock().now)
      let events = try (1...4_500).map { try Sample.random($0, &random) }
      try log.append(events)
      let juries = try (1...4).map { Subject.jury(try JuryID("J-\($0)")) }
      let candidacies = try (1...6).map { Subject.candidacy(try CandidacyID("D-\($0)")) }
      for order in [EventQuery.Order.position, .fold] {
        for limit in [nil, 2_000, 2_001] {
          let all = EventQuery(subjects: candidacies + juries, order: order, limit: limit)
          #expect(try log.positions(all) == all.filtered(events), "\(all)")
          var some = EventQuery(subjects: candidacies, order: order, limit: limit)
          some.types = [
            .candidateEnrolled, .candidateSummoned, .certificateIssued, .blockValidated,
          ]
          some.from = Position(9)
          some.onOrAfter = try CalendarDate(dayNumber: Sample.day - 10)
          some.onOrBefore = try CalendarDate(dayNumber: Sample.day - 1)
          #expect(try log.positions(some) == some.filtered(events), "\(some)")
        }
      }
    },
    LogLaw("another reader of the log reads the same events, also later ones") { make in
      let log = try make(TestClock().now)
      try log.append((1...5).map { try Sample.validated($0) })
      // A store may have none.
      guard let other = try log.anotherReader() else { return }
      #expect(try other.envelopes(EventQuery()) == log.envelopes(EventQuery()))
      try log.append([Sample.validated(6)])
      #expect(try other.positions(EventQuery()).count == 6)
      #expect(try other.head() == log.head())
      // Both at the same time.
      try log.read(EventQuery()) { stored in
        let (one, two) = (try stored.envelope(), try other.event(at: stored.position))
        #expect(one == two)
      }
      #expect(throws: LogFailure.readOnly) { try other.append([Sample.validated(7)], unless: nil) }
    },
    LogLaw("days cut the log into stretches of about so many events, wherever these lie") { make in
      var random = SeededGenerator(seed: 23)
      let log = try make(TestClock().now)
      // Many days of one event, then few days of many: a mean says nothing of where the events are.
      let sparse = try (1...200).map { try Sample.validated($0, day: 1 + $0) }
      let dense = try (201...900).map {
        try Sample.validated($0, day: 300 + Int.random(in: 0..<9, using: &random))
      }
      try log.append(sparse + dense)
      let all = try log.envelopes(EventQuery(order: .fold)).map(\.event.occurredOn)
      for count in [1, 50, 1_000] {
        let days = try log.daysInFoldOrder(every: count)
        for (start, end) in zip([CalendarDate.first] + days, days + [.last]) {
          let stretch = all.filter { $0 >= start && $0 < end }
          // Without its longest day, a stretch has fewer than were asked for.
          let longest = Dictionary(grouping: stretch) { $0 }.values.map(\.count).max() ?? 0
          #expect(start < end && 1..<count + longest ~= stretch.count, "\(start)")
        }
        #expect(count == 1_000 || !days.isEmpty)
      }
    },
    LogLaw("an event is read with its position, type and instant") { make in
      let log = try make(TestClock().now)
      let event = try Sample.validated(1)
      try log.append([event])
      let envelope = try #require(try log.envelopes(EventQuery()).first)
      #expect(envelope.event == event.event)
      #expect(envelope.position == Position(1))
      #expect(envelope.recordedAt.microseconds == TestClock.start + 1000)
    },
    LogLaw("the closure's error ends the reading, and the log can be used again") { make in
      struct Enough: Error {}
      let log = try make(TestClock().now)
      try log.append((1...5).map { try Sample.validated($0) })
      let candidacy = Subject.candidacy(try CandidacyID("D-1"))
      for query in [EventQuery(), EventQuery(subjects: [candidacy])] {
        var seen = 0
        #expect(throws: Enough.self) {
          try log.read(query) { _ in
            seen += 1
            if seen == 2 { throw Enough() }
          }
        }
        #expect(seen == 2)
      }
      try log.append([Sample.validated(6)])
      #expect(try log.positions(EventQuery()).count == 6)
    },
    LogLaw("events of every size keep their bytes") { make in
      let log = try make(TestClock().now)
      let sizes = [0, 1, 100, 1000, 2000]
      try log.append(
        sizes.enumerated().map { try Sample.deliberated($0.offset, letters: $0.element) })
      for (event, size) in zip(try log.envelopes(EventQuery()), sizes) {
        #expect(
          try event.event
            == Sample.deliberated(
              Int(event.position.number) - 1, letters: size
            ).event)
      }
    },
  ]
}

extension EventQuery {
  fileprivate static func random(_ random: inout SeededGenerator) throws -> EventQuery {
    let subjects: [Subject] = [
      .candidacy(try CandidacyID("D-1")), .candidacy(try CandidacyID("D-2")),
      .jury(try JuryID("J-1")), .jury(try JuryID("J-9")),
      .certification(try CertificationCode("3474")),
    ]
    let types: [EventType] = [
      .candidateEnrolled, .candidateSummoned, .certificateIssued, .juryHeld, .blockValidated,
      .juryCancelled,
    ]
    func some<Element>(_ elements: [Element]) -> [Element] {
      let count = max(0, Int.random(in: -2...3, using: &random))
      return Array(elements.shuffled(using: &random).prefix(count))
    }
    let day = try CalendarDate(dayNumber: Sample.day - Int.random(in: -1...13, using: &random))
    return EventQuery(
      subjects: some(subjects), types: some(types),
      from: Position(
        Bool.random(using: &random) ? 1 : Int64.random(in: -1...310, using: &random)),
      through: Bool.random(using: &random)
        ? nil : Position(Int64.random(in: 0...310, using: &random)),
      onOrAfter: Bool.random(using: &random)
        ? nil
        : try CalendarDate(
          dayNumber: Sample.day - Int.random(in: -1...13, using: &random)),
      onOrBefore: Bool.random(using: &random) ? nil : day,
      order: Bool.random(using: &random) ? .fold : .position,
      limit: Bool.random(using: &random) ? nil : Int.random(in: 0...20, using: &random))
  }

  /// The positions of the events that match, found by looking at each.
  fileprivate func filtered(_ events: [EncodedEvent]) -> [Int64] {
    var found = events.enumerated().map { (Int64($0.offset) + 1, $0.element) }
      .filter { position, event in
        position >= from.number && position <= (through?.number ?? .max)
          && event.event.occurredOn >= (onOrAfter ?? .first)
          && event.event.occurredOn <= (onOrBefore ?? .last)
          && (types.isEmpty || types.contains(event.type))
          && (subjects.isEmpty || subjects.contains { event.subjects.contains($0) })
      }
    if order == .fold {
      found.sort { ($0.1.event.occurredOn, $0.0) < ($1.1.event.occurredOn, $1.0) }
    }
    return found.prefix(limit ?? .max).map(\.0)
  }
}
