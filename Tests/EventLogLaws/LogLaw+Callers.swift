internal import EventLog
internal import Events
internal import ManyCallers
internal import TestSupport
internal import Testing

extension LogLaw {
  /// What holds for callers on sixteen threads, which a store may serve together.
  static let callers: [LogLaw] = [
    LogLaw("sixteen callers share one order without a gap, each told its own positions") { make in
      let log = try make(TestClock().now)
      let rounds = 12
      let told = Callers.run(16) { caller in
        var random = SeededGenerator(seed: UInt64(caller))
        return Result {
          try (0..<rounds).map { round in
            let first = (caller * rounds + round) * 3
            let events = try (0...random.below(3)).map { try Sample.random(first + $0, &random) }
            return (ids: events.map(\.event.id), try log.append(events, unless: nil))
          }
        }
      }
      var ids: [Position: EventID] = [:]
      for caller in told {
        var last = Position.zero
        for (own, receipt) in try caller.get() {
          #expect(receipt.appended == own.count)
          // A batch is not torn, and a caller's later ones come later.
          #expect(receipt.ranges.count == 1)
          #expect(receipt.positions[0] > last)
          last = try #require(receipt.positions.last)
          for (position, id) in zip(receipt.positions, own) { ids[position] = id }
        }
      }
      let envelopes = try log.envelopes(EventQuery())
      #expect(envelopes.map(\.position.number) == Array(1...Int64(envelopes.count)))
      #expect(ids == Dictionary(uniqueKeysWithValues: envelopes.map { ($0.position, $0.event.id) }))
      // The clock is read once for each event, in their order.
      #expect(
        envelopes.map(\.recordedAt.microseconds)
          == (1...envelopes.count).map { TestClock.start + Int64($0) * 1000 })
      #expect(try log.head().root == merkleRoot(log.bytes()[...]))
    },
    LogLaw("callers at once with one id and one content add one event, at one position") { make in
      let log = try make(TestClock().now)
      let event = try Sample.validated(1)
      let outcomes = try Callers.append(
        Array(repeating: ([event], nil), count: 16), to: log, held: Sample.validated(100))
      let receipts = try outcomes.map { try $0.get() }
      #expect(receipts.allSatisfy { $0.positions == [Position(2)] })
      #expect(receipts.map(\.appended).reduce(0, +) == 1)
      #expect(try log.head().last == Position(2))
    },
    LogLaw("of callers at once with one id and other contents, one is told its position") { make in
      let log = try make(TestClock().now)
      let outcomes = try Callers.append(
        (0..<16).map { ([try Sample.validated(1, jury: $0)], nil) }, to: log,
        held: Sample.validated(100))
      let taken = outcomes.filter { $0 == .failure(.idTaken(index: 0, by: Position(2))) }
      let added = outcomes.filter {
        $0 == .success(AppendReceipt(positions: [Position(2)], appended: 1))
      }
      #expect((added.count, taken.count) == (1, 15))
      #expect(try log.head().last == Position(2))
    },
    LogLaw("of callers at once whose conditions exclude one another, one is told its position") {
      make in
      let log = try make(TestClock().now)
      let query = EventQuery(subjects: [.candidacy(try CandidacyID("D-1"))])
      // They know what is there before the holder's event, which is of another candidacy.
      let condition = AppendCondition(nothingMatching: query, after: .zero)
      let outcomes = try Callers.append(
        (0..<16).map { ([try Sample.validated($0)], condition) }, to: log,
        held: Sample.validated(100, candidacy: 2))
      let failed = outcomes.filter { $0 == .failure(.conditionFailed(by: Position(2))) }
      #expect(failed.count == 15)
      #expect(outcomes.contains(.success(AppendReceipt(positions: [Position(2)], appended: 1))))
      #expect(try log.head().last == Position(2))
    },
    LogLaw("a caller that is refused adds nothing and harms none of those beside it") { make in
      let log = try make(TestClock().now)
      let tomorrow = Int(TestClock.start / 86_400_000_000) + 1
      let jury = Subject.jury(try JuryID("J-1"))
      let everything = AppendCondition(nothingMatching: EventQuery(), after: .zero)
      let wrong: [(failure: LogFailure, batch: Callers.Batch)] = [
        (
          .notYet(index: 1),
          ([try Sample.validated(200), try Sample.validated(201, day: tomorrow)], nil)
        ),
        (
          .idTaken(index: 1, by: Position(1)),
          ([try Sample.validated(202), try Sample.validated(100, jury: 7)], nil)
        ),
        (.unknownEntry(index: 0), ([try Sample.annulled(204, entry: 999, subjects: [jury])], nil)),
        (.conditionFailed(by: Position(1)), ([try Sample.validated(205)], everything)),
      ]
      let right: [Callers.Batch] = try (0..<12).map { number in
        let events = try (0...number % 3).map {
          try Sample.validated(number * 3 + $0, candidacy: number)
        }
        return (events, nil)
      }
      let batches = (0..<16).map { $0 % 4 == 1 ? wrong[$0 / 4].batch : right[$0 - ($0 + 2) / 4] }
      let outcomes = try Callers.append(batches, to: log, held: Sample.validated(100))
      for (index, outcome) in outcomes.enumerated() {
        if index % 4 == 1 {
          #expect(outcome == .failure(wrong[index / 4].failure))
        } else {
          let (receipt, events) = (try outcome.get(), batches[index].events)
          #expect(receipt.appended == events.count)
          #expect(try receipt.positions == events.map { try log.position(of: $0.event.id) })
        }
      }
      #expect(try log.positions(EventQuery()) == Array(1...25))
      let query = EventQuery(subjects: [.candidacy(try CandidacyID("D-11"))])
      #expect(try log.positions(query).count == 3)
      #expect(try log.head().root == merkleRoot(log.bytes()[...]))
    },
    LogLaw("an annulment beside its entry finds it, or is refused; never half") { make in
      let log = try make(TestClock().now)
      let jury = Subject.jury(try JuryID("J-1"))
      let outcomes = try Callers.append(
        [
          ([try Sample.deliberated(1)], nil),
          ([try Sample.annulled(2, entry: 1, subjects: [jury])], nil),
        ], to: log, held: Sample.validated(100))
      #expect(try outcomes[0].get().appended == 1)
      switch outcomes[1] {
      case .success(let receipt): #expect(receipt.positions == [Position(3)])
      case .failure(let failure): #expect(failure == .unknownEntry(index: 0))
      }
    },
  ]
}
