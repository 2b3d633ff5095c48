internal import EventLog
internal import Events
internal import TestSupport
internal import Testing

extension LogLaw {
  private static let day: Int64 = 86_400
  private static let accepted = ClockTrust(isAccepted: true)

  static let clock: [LogLaw] = [
    LogLaw("a clock that stepped back 3 s takes the last instant, accepted or not") { make in
      for trust in [ClockTrust(), accepted] {
        let clock = TestClock()
        let log = try make(clock.now, trust: trust)
        try log.append([Sample.validated(1)])
        let last = try log.head().lastRecordedAt
        clock.step(seconds: -3)
        try log.append([Sample.validated(2)])
        #expect(try log.head().lastRecordedAt == last)
        #expect(try log.envelopes(EventQuery()).allSatisfy { $0.clock == nil })
      }
    },
    LogLaw("a clock 6 s behind the last event is refused") { make in
      let clock = TestClock()
      let log = try make(clock.now)
      try log.append([Sample.validated(1)])
      let last = try log.head().lastRecordedAt ?? .epoch
      clock.step(seconds: -6)
      try log.refuses([Sample.validated(2)], with: .clockBehind(seconds: 6, last: last))
      clock.step(seconds: 6)
      try log.append([Sample.validated(2)])
    },
    LogLaw("an accepted clock that is behind gives the next instants, each entry marked") { make in
      let clock = TestClock()
      let log = try make(clock.now, trust: accepted)
      try log.append([Sample.validated(1)])
      clock.step(seconds: -30 * 365 * day)
      try log.append((2...4).map { try Sample.validated($0, day: 9000) })
      try log.append([Sample.validated(5, day: 9000)])
      clock.step(seconds: 30 * 365 * day)
      try log.append([Sample.validated(6)])
      let entries = try log.envelopes(EventQuery())
      #expect(entries.map(\.clock) == [nil, .behind, .behind, .behind, .behind, nil])
      let first = entries[0].recordedAt.microseconds
      #expect(entries[..<5].map { $0.recordedAt.microseconds - first } == [0, 1, 2, 3, 4])
      #expect(entries[5].recordedAt.microseconds > first + 4)
      let marks = try log.bytes().map { $0.starts(with: Array("{\"clock\":\"behind\",".utf8)) }
      #expect(marks == [false, true, true, true, true, false])
    },
    LogLaw("behind the last event, a fact may not occur after the machine's own day") { make in
      let clock = TestClock()
      let log = try make(clock.now, trust: accepted)
      try log.append([Sample.validated(1)])
      clock.step(seconds: -2 * day)
      let today = Int(TestClock.start / 86_400_000_000) - 2
      try log.refuses([Sample.validated(2, day: today + 1)], with: .notYet(index: 0))
      try log.append([Sample.validated(2, day: today)])
    },
    LogLaw("a retry reads no clock, and an entry's mark is no part of its content") { make in
      let clock = TestClock()
      let log = try make(clock.now, trust: accepted)
      try log.append([Sample.validated(1)])
      clock.step(seconds: -60)
      try log.append([Sample.validated(2)])
      let head = try log.head()
      clock.step(seconds: -10_000 * day)
      #expect(
        try log.append([Sample.validated(2), Sample.validated(1)], unless: nil).appended == 0)
      clock.step(seconds: 20_000 * day)
      #expect(try log.append([Sample.validated(2)], unless: nil).appended == 0)
      #expect(try log.head() == head)
    },
    LogLaw("a clock more than 731 days past the last event is refused, synchronised or not") {
      make in
      for isSynchronised in [true, false] {
        let clock = TestClock()
        let log = try make(clock.now, trust: ClockTrust { isSynchronised })
        try log.append([Sample.validated(1)])
        let last = try log.head().lastRecordedAt ?? .epoch
        clock.step(seconds: 731 * day)
        try log.refuses(
          [Sample.validated(2)], with: .clockAhead(last: last, isSynchronised: true))
      }
      let clock = TestClock()
      let log = try make(clock.now)
      try log.append([Sample.validated(1)])
      clock.step(seconds: 731 * day - 1)
      try log.append([Sample.validated(2)])
    },
    LogLaw("a clock not synchronised is refused more than 180 days past the last event") { make in
      let clock = TestClock()
      let log = try make(clock.now, trust: ClockTrust { false })
      try log.append([Sample.validated(1)])
      clock.step(seconds: 180 * day - 1)
      try log.append([Sample.validated(2)])
      let last = try log.head().lastRecordedAt ?? .epoch
      clock.step(seconds: 180 * day)
      try log.refuses([Sample.validated(3)], with: .clockAhead(last: last, isSynchronised: false))
    },
    LogLaw("an accepted clock that leapt ahead is used as it is, and can be set back") { make in
      let clock = TestClock()
      let log = try make(clock.now, trust: ClockTrust(isAccepted: true) { false })
      try log.append([Sample.validated(1)])
      clock.step(seconds: 30 * 365 * day)
      try log.append([Sample.validated(2)])
      clock.step(seconds: -30 * 365 * day)
      try log.append([Sample.validated(3)])
      let entries = try log.envelopes(EventQuery())
      #expect(entries.map(\.clock) == [nil, nil, .behind])
      #expect(
        entries[1].recordedAt.microseconds - TestClock.start == 30 * 365 * day * 1_000_000 + 2000)
    },
    LogLaw("the first event of an empty log takes any instant of its clock") { make in
      let clock = TestClock()
      clock.step(seconds: 100 * 365 * day)
      let log = try make(clock.now, trust: ClockTrust { false })
      try log.append([Sample.validated(1)])
      #expect(try log.head().last == Position(1))
    },
    LogLaw("an event that its mark would make too long is refused, and named") { make in
      let clock = TestClock()
      let log = try make(clock.now, trust: accepted)
      try log.append([Sample.longest(1)])
      clock.step(seconds: -60)
      try log.refuses([Sample.validated(2), Sample.longest(3)], with: .tooLongToMark(index: 1))
    },
    LogLaw("an exact copy keeps the mark of each entry") { make in
      let clock = TestClock()
      let source = try InMemoryLog(clock: clock.now, trust: accepted)
      try source.append([Sample.validated(1)])
      clock.step(seconds: -60)
      try source.append([Sample.validated(2), Sample.validated(3)])
      let log = try make(TestClock().now)
      var copies: [RestoredEvent] = []
      try source.read(EventQuery()) {
        copies.append(try RestoredEvent(position: $0.position, canonical: $0.bytes))
      }
      copies.reverse()
      #expect(try log.restore { copies.popLast() } == source.head())
      #expect(try log.bytes() == source.bytes())
      #expect(try log.envelopes(EventQuery()).map(\.clock) == [nil, .behind, .behind])
    },
  ]
}
