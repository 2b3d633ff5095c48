import EventLog
import Events
import Testing

@Suite struct `The instants of what is recorded` {
  private static let last: Int64 = 1_772_438_400_000_000

  /// What is recorded when the clock is this many microseconds past ``last``.
  private func next(
    after microseconds: Int64, _ trust: ClockTrust = ClockTrust()
  ) throws -> RecordingInstants.Next {
    var instants = RecordingInstants(
      after: try Instant(microseconds: Self.last), trust: trust)
    return try instants.next(clock: try Instant(microseconds: Self.last + microseconds))
  }

  @Test func `the tolerance is 5 s to the microsecond`() throws {
    let last = try Instant(microseconds: Self.last)
    #expect(try next(after: -5_000_000).recordedAt == last)
    #expect(throws: LogFailure.clockBehind(seconds: 6, last: last)) {
      try next(after: -5_000_001)
    }
  }

  @Test func `the two limits ahead hold to the microsecond`() throws {
    let last = try Instant(microseconds: Self.last)
    let (leap, short) = (RecordingInstants.leap, RecordingInstants.unsynchronisedLeap)
    let free = ClockTrust { false }
    #expect(try next(after: leap).recordedAt.microseconds == Self.last + leap)
    #expect(throws: LogFailure.clockAhead(last: last, isSynchronised: true)) {
      try next(after: leap + 1)
    }
    #expect(try next(after: short, free).mark == nil)
    #expect(throws: LogFailure.clockAhead(last: last, isSynchronised: false)) {
      try next(after: short + 1, free)
    }
  }

  @Test func `the system is asked about its clock only past 180 days`() throws {
    let never = ClockTrust {
      Issue.record("the system was asked")
      return true
    }
    for microseconds in [-1, 0, 1, RecordingInstants.unsynchronisedLeap] {
      #expect(try next(after: microseconds, never).mark == nil)
    }
    let accepted = ClockTrust(isAccepted: true, isSynchronised: never.isSynchronised)
    #expect(try next(after: RecordingInstants.leap + 1, accepted).mark == nil)
  }

  @Test func `what follows a marked entry in one batch is marked too`() throws {
    var instants = RecordingInstants(
      after: try Instant(microseconds: Self.last), trust: ClockTrust(isAccepted: true))
    // The second is within the tolerance, the last one after the instants given.
    let given = try [-5_000_001, -4_000_000, 10].map {
      try instants.next(clock: try Instant(microseconds: Self.last + $0))
    }
    #expect(given.map { $0.recordedAt.microseconds - Self.last } == [1, 2, 10])
    #expect(given.map(\.mark) == [.behind, .behind, nil])
  }

  @Test func `no event is recorded after the last possible instant`() throws {
    let last = try Instant("9999-12-31T23:59:59.999999Z")
    var instants = RecordingInstants(after: last, trust: ClockTrust(isAccepted: true))
    #expect(throws: LogFailure.self) { try instants.next(clock: .epoch) }
  }
}
