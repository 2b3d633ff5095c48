import EventSamples
import Events
import Testing

@Suite struct `Golden bytes` {
  @Test func `each of the 62 types of event has one sample`() throws {
    #expect(EventType.allCases.count == 62)
    #expect(
      try Samples.all().map(\.type.rawValue).sorted() == EventType.allCases.map(\.rawValue).sorted()
    )
  }

  @Test func `every type and schema has golden bytes, and no file is without a type`() throws {
    let expected = EventType.allCases.flatMap { type in
      (1...type.currentSchema.number).flatMap { schema in
        ["\(type.rawValue).\(schema).json", "\(type.rawValue).\(schema).minimal.json"]
      }
    }
    let names = Set(try GoldenFolder.events.names())
    #expect(names.isSuperset(of: expected))
    #expect(names == Set(try GoldenLine.events().map(\.name)))
  }

  @Test func `encoding gives the golden bytes`() throws {
    for line in try GoldenLine.events() {
      #expect(try line.encoded() == GoldenFolder.events.line(line.name), "\(line.name)")
    }
  }

  @Test func `decoding the golden bytes gives the sample back`() throws {
    for line in try GoldenLine.events() {
      let golden = try #require(GoldenFolder.events.line(line.name))
      let read = try envelope(golden)
      #expect(read.event == line.event, "\(line.name)")
      #expect(read.recordedAt.description == Samples.instant)
      #expect(read.clock == line.clock)
      #expect(try envelope(golden, type: line.event.fact.type) == read)
    }
  }

  @Test func `an encoder written apart gives the golden bytes`() throws {
    for line in try GoldenLine.events() {
      let golden = try #require(GoldenFolder.events.line(line.name))
      let text = Tree(line.event, recordedAt: Samples.instant, clock: line.clock).text
      #expect(Array(text.utf8) == golden, "\(line.name): \(text)")
    }
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
