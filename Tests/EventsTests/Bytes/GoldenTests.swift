import EventSamples
import Events
import Testing

@Suite struct `Golden bytes` {
  @Test func `every type has a sample`() throws {
    #expect(try Set(Samples.all().map(\.type)) == Set(EventType.allCases))
    #expect(try Samples.all().count == 52)
  }

  @Test(.enabled(if: GoldenFile.mayBeWritten)) func `missing golden files are written`() throws {
    for line in try GoldenLine.all() { try GoldenFile(line.name).writeOnce(try line.encoded()) }
  }

  @Test func `every type and schema has golden bytes, and no file is without a type`() throws {
    let expected = EventType.allCases.flatMap { type in
      (1...type.currentSchema.number).flatMap { schema in
        ["\(type.rawValue).\(schema).json", "\(type.rawValue).\(schema).minimal.json"]
      }
    }
    #expect(try GoldenFile.names().sorted() == (expected + [GoldenLine.marked]).sorted())
  }

  @Test func `encoding gives the golden bytes`() throws {
    for line in try GoldenLine.all() {
      #expect(try line.encoded() == GoldenFile(line.name).line, "\(line.name)")
    }
  }

  @Test func `decoding the golden bytes gives the sample back`() throws {
    for line in try GoldenLine.all() {
      let golden = try #require(GoldenFile(line.name).line)
      let read = try envelope(golden)
      #expect(read.event == line.event, "\(line.name)")
      #expect(read.recordedAt.description == Samples.instant)
      #expect(read.clock == line.clock)
      #expect(try envelope(golden, type: line.event.fact.type) == read)
    }
  }

  @Test func `an encoder written apart gives the golden bytes`() throws {
    for line in try GoldenLine.all() {
      let golden = try #require(GoldenFile(line.name).line)
      let text = Tree(line.event, recordedAt: Samples.instant, clock: line.clock).text
      #expect(Array(text.utf8) == golden, "\(line.name): \(text)")
    }
  }
}

/// An event and the name of its golden file.
struct GoldenLine {
  let name: String
  let event: Event
  var clock: ClockMark?

  /// The file of an event that was recorded with the clock behind.
  static let marked = "BlockValidated.1.clockBehind.json"

  static func all() throws -> [GoldenLine] {
    let samples = try Samples.all()
    let sample = try #require(samples.first { $0.type == .blockValidated })
    let line = GoldenLine(
      name: marked, event: try Samples.fullEvent(sample.full), clock: .behind)
    return try [line]
      + samples.flatMap { sample in
        let name = sample.type.rawValue + ".1"
        return [
          GoldenLine(name: name + ".json", event: try Samples.fullEvent(sample.full)),
          GoldenLine(
            name: name + ".minimal.json", event: try Samples.minimalEvent(sample.minimal)),
        ]
      }
  }

  func encoded() throws -> [UInt8] {
    try EncodedEvent(event).bytes(recordedAt: try Instant(Samples.instant), clock: clock)
  }
}

/// Reads canonical bytes as the log does.
func envelope(_ bytes: [UInt8], type: EventType? = nil) throws(ReadingFailure) -> Envelope {
  let result: Result<Envelope, ReadingFailure> = bytes.withUnsafeBytes { buffer in
    do throws(ReadingFailure) {
      return .success(try Envelope(position: Position(7), canonical: buffer, type: type))
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}
