import EventLog
import EventLogLaws
import Events
import TestSupport
import Testing

@Suite struct FewEventsTests {
  @Test func `an event is found at its position and by its id, and nowhere else`() throws {
    let log = try InMemoryLog(clock: TestClock().now)
    let events = try (0..<3).map { try Sample.validated($0) }
    _ = try log.append(events, unless: nil)
    for (index, encoded) in events.enumerated() {
      let position = Position(Int64(index) + 1)
      #expect(try log.event(at: position)?.event == encoded.event)
      #expect(try log.event(encoded.event.id)?.position == position)
      #expect(try log.read(at: position) { $0.bytes.count } ?? 0 > 0)
    }
    #expect(try log.event(at: .zero) == nil)
    #expect(try log.event(at: Position(4)) == nil)
    #expect(try log.event(Sample.validated(9).event.id) == nil)
    #expect(try log.first(EventQuery())?.position == Position(1))
    #expect(try log.events(EventQuery(from: Position(2))).map(\.position.number) == [2, 3])
  }
}
