import EventSamples
import Events
import Testing

struct FoldedEventTests {
  private func folded(_ bytes: [UInt8], _ type: EventType) throws -> FoldedEvent {
    try bytes.withUnsafeBytes { try FoldedEvent(canonical: $0, type: type) }
  }

  @Test func `what a fold takes of each golden event is what the whole event has`() throws {
    for line in try GoldenLine.events() {
      let bytes = try #require(GoldenFolder.events.line(line.name))
      #expect(try folded(bytes, line.event.fact.type) == FoldedEvent(line.event), "\(line.name)")
    }
  }

  @Test func `bytes of another type, of another schema or cut are not read`() throws {
    for line in try GoldenLine.events() {
      let bytes = try #require(GoldenFolder.events.line(line.name))
      let type = line.event.fact.type
      for other in EventType.allCases where other != type {
        #expect(throws: ReadingFailure.self) { try folded(bytes, other) }
        #expect(throws: ReadingFailure.self) {
          try bytes.withUnsafeBytes { _ = try EventEnd(of: $0, other) }
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      let newer = text.replacing("\"schema\":1,\"type\"", with: "\"schema\":2,\"type\"")
      let failure = #expect(throws: ReadingFailure.self) { try folded(Array(newer.utf8), type) }
      #expect(failure?.problem == .unknownSchema(type, 2))
      for count in [0, 1, bytes.count / 2, bytes.count - 1] {
        #expect(throws: ReadingFailure.self) { try folded(Array(bytes.prefix(count)), type) }
      }
    }
  }
}
