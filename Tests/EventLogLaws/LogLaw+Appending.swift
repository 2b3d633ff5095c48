internal import EventLog
internal import Events
internal import TestSupport
internal import Testing

extension LogLaw {
  static let appending: [LogLaw] = [
    LogLaw("positions follow one another from 1 without a gap") { make in
      let log = try make(TestClock().now)
      let first = try log.append([Sample.validated(1), Sample.validated(2)], unless: nil)
      let second = try log.append([Sample.validated(3)], unless: nil)
      #expect(first == AppendReceipt(positions: [Position(1), Position(2)], appended: 2))
      #expect(second == AppendReceipt(positions: [Position(3)], appended: 1))
      #expect(try log.positions(EventQuery()) == [1, 2, 3])
      #expect(try log.position(of: Sample.id(2)) == Position(2))
      #expect(try log.position(of: Sample.id(9)) == nil)
    },
    LogLaw("an empty batch changes nothing") { make in
      let log = try make(TestClock().now)
      let receipt = try log.append(
        [], unless: AppendCondition(nothingMatching: EventQuery(), after: .zero))
      #expect(receipt == AppendReceipt(positions: [], appended: 0))
      #expect(try log.head().last == .zero)
      #expect(try log.head().lastRecordedAt == nil)
    },
    LogLaw("an id appended twice with the same content returns its first position") { make in
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1), Sample.validated(2)])
      let head = try log.head()
      let again = try log.append([Sample.validated(2)], unless: nil)
      #expect(again == AppendReceipt(positions: [Position(2)], appended: 0))
      #expect(try log.head() == head)
    },
    LogLaw("the edition that judged a retry is no part of its content") { make in
      let log = try make(TestClock().now)
      let event = try Sample.validated(1)
      try log.append([event])
      let judged = try Sample.event(1, day: Sample.day, judged: .current, event.event.fact)
      #expect(try log.append([judged], unless: nil).appended == 0)
    },
    LogLaw("a batch may mix old events and new, and hold one twice") { make in
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1), Sample.validated(2)])
      let receipt = try log.append(
        [
          Sample.validated(3), Sample.validated(1), Sample.validated(3), Sample.validated(4),
        ], unless: nil)
      #expect(receipt.positions.map(\.number) == [3, 1, 3, 4])
      #expect(receipt.appended == 2)
    },
    LogLaw("a step within an append runs once, with the first new event's instant, or never") {
      make in
      let log = try make(TestClock().now)
      var instants: [Instant] = []
      _ = try log.append([Sample.validated(1), Sample.validated(2)], unless: nil) {
        instants.append($0)
      }
      #expect(try instants == [log.envelopes(EventQuery())[0].recordedAt])
      _ = try log.append([Sample.validated(1)], unless: nil) { instants.append($0) }
      let condition = AppendCondition(nothingMatching: EventQuery(), after: .zero)
      #expect(throws: LogFailure.conditionFailed(by: Position(1))) {
        try log.append([Sample.validated(3)], unless: condition) { instants.append($0) }
      }
      #expect(instants.count == 1)
    },
    LogLaw("where the step within an append fails, nothing is added") { make in
      struct Refusal: Error {}
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1)])
      let head = try log.head()
      #expect(throws: Refusal.self) {
        try log.append([Sample.validated(2)], unless: nil) { _ in throw Refusal() }
      }
      #expect(try log.head() == head)
      try log.append([Sample.validated(3)])
      #expect(try log.positions(EventQuery()) == [1, 2])
    },
    LogLaw("a batch of retries does not look at its condition") { make in
      let log = try make(TestClock().now)
      let condition = AppendCondition(nothingMatching: EventQuery(), after: .zero)
      try log.append([Sample.validated(1)])
      #expect(try log.append([Sample.validated(1)], unless: condition).appended == 0)
    },
    LogLaw("the clock is read once for each new event, in order") { make in
      let log = try make(TestClock().now)
      try log.append([Sample.validated(1)])
      try log.append([Sample.validated(1), Sample.validated(2), Sample.validated(3)])
      let instants = try log.envelopes(EventQuery()).map(\.recordedAt.microseconds)
      #expect(instants == [1, 2, 3].map { TestClock.start + $0 * 1000 })
    },
  ]
}

extension EventLog {
  func append(_ events: [EncodedEvent]) throws { _ = try append(events, unless: nil) }

  func positions(_ query: EventQuery) throws -> [Int64] {
    var positions: [Int64] = []
    try read(query) { positions.append($0.position.number) }
    return positions
  }

  func envelopes(_ query: EventQuery) throws -> [Envelope] {
    var envelopes: [Envelope] = []
    try read(query) { envelopes.append(try $0.envelope()) }
    return envelopes
  }

  func bytes() throws -> [[UInt8]] {
    var bytes: [[UInt8]] = []
    try read(EventQuery()) { bytes.append(Array($0.bytes)) }
    return bytes
  }
}
