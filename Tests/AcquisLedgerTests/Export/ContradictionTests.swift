import AcquisLedger
import EventLog
import EventLogLaws
import TestSupport
import Testing
import TransparencyLog

@Suite struct ContradictionTests {
  private let samples: CopySamples
  private let other: CopySamples

  init() throws {
    samples = try CopySamples(events: 4)
    let log = try InMemoryLog(clock: TestClock().now)
    for number in 0..<6 { _ = try log.append([Sample.validated(number)], unless: nil) }
    other = CopySamples(log: log)
  }

  /// The lines of a copy with these notes that are written, and the error that ends it.
  private func lines(_ notes: [SignedNote]) throws -> (count: Int, failure: Contradiction?) {
    var count = 0
    do {
      _ = try ExactCopy.write(samples.log, checkpoints: notes, keys: []) { _ in count += 1 }
      return (count, nil)
    } catch let failure as Contradiction {
      return (count, failure)
    }
  }

  @Test func `a log that is what it signed is copied`() throws {
    let key = try CopySamples.key("acquis.example/ledger")
    let notes = try [0, 2, 2, 6].map { try samples.note(size: $0, by: key) }
    let written = try lines(notes)
    #expect(written.count == 6 + 4 + 1)
    #expect(written.failure == nil)
  }

  @Test func `a log that contradicts its last note is not begun to be copied`() throws {
    let key = try CopySamples.key("acquis.example/ledger")
    let held = try samples.note(size: 2, by: key)
    for size in [3, 6] {
      let written = try lines([held, other.note(size: size, by: key)])
      #expect(written.count == 0)
      #expect(written.failure == Contradiction(number: 2, size: UInt64(size), found: 6))
    }
    let longer = try CopySamples(events: 9).note(size: 7, by: key)
    #expect(try lines([longer, held]).failure == Contradiction(number: 1, size: 7, found: 6))
    let text = try SignedNote(text: "no checkpoint\n", signedBy: key)
    #expect(try lines([text, held]).failure == Contradiction(number: 1, size: nil, found: 6))
  }

  @Test func `a log that contradicts another note gets no last line`() throws {
    let key = try CopySamples.key("acquis.example/ledger")
    let held = try samples.note(size: 5, by: key)
    let written = try lines([other.note(size: 3, by: key), held])
    #expect(written.count < 6)
    #expect(written.failure == Contradiction(number: 1, size: 3, found: 6))
  }
}
