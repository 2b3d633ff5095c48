import AcquisLedger
import EventLog
import EventLogLaws
import Events
import TestSupport
import Testing

@Suite struct ExactCopyTests {
  private let newline = UInt8(ascii: "\n")

  @Test(arguments: [0, 1, 40]) func `a copy restores to the same log`(_ events: Int) throws {
    let samples = try CopySamples(events: events)
    let bytes = try samples.copy()
    let (log, reader) = try CopySamples.restore(bytes)
    #expect(try log.head() == samples.log.head())
    #expect(try log.allBytes() == samples.log.allBytes())
    #expect(try reader.end?.root == samples.log.head().root)
    #expect(bytes.filter { $0 == newline }.count == events + 3)
  }

  @Test func `the copy of an empty log restores to one`() throws {
    var bytes: [UInt8] = []
    let empty = try InMemoryLog(clock: TestClock().now)
    _ = try ExactCopy.write(empty, checkpoints: [], keys: []) { bytes += $0 }
    #expect(try CopySamples.restore(bytes).log.head() == empty.head())
  }

  @Test func `a copy cut anywhere is refused`() throws {
    let bytes = try CopySamples(events: 3).copy()
    for count in 0..<bytes.count {
      #expect(throws: CopyFailure.self, "\(count) bytes") {
        try CopySamples.restore(Array(bytes.prefix(count)))
      }
    }
  }

  @Test func `a byte changed anywhere is refused, or shows in the root`() throws {
    let samples = try CopySamples(events: 3)
    let bytes = try samples.copy()
    for index in bytes.indices {
      for flip in [1, 2, 0x20, 0x80] as [UInt8] {
        var changed = bytes
        changed[index] ^= flip
        guard let (log, reader) = try? CopySamples.restore(changed) else { continue }
        #expect(try reader.end?.root != log.head().root, "byte \(index)")
      }
    }
  }

  @Test func `a line lost, doubled or swapped is refused where it is`() throws {
    let bytes = try CopySamples(events: 4).copy()
    let lines = bytes.split(separator: newline).map { Array($0) + [newline] }
    func refuses(_ lines: [[UInt8]], line: Int, _ problem: CopyFailure.Problem) {
      let failure = #expect(throws: CopyFailure.self) {
        try CopySamples.restore(lines.flatMap { $0 })
      }
      #expect(failure?.line == line)
      #expect(failure?.problem == problem)
    }
    var changed = lines
    changed.remove(at: 2)
    refuses(changed, line: 3, .position(expected: 3))
    changed = lines
    changed.insert(lines[2], at: 2)
    refuses(changed, line: 4, .position(expected: 4))
    changed = lines
    changed.swapAt(1, 2)
    refuses(changed, line: 2, .position(expected: 2))
    refuses(lines.dropLast(), line: 7, .cut)
    changed = lines
    changed.remove(at: 5)
    refuses(changed, line: 6, .otherSize(stated: 6, found: 5))
    refuses(lines + [[newline]], line: 8, .afterTheEnd)
    refuses(lines + lines, line: 8, .afterTheEnd)
    refuses([[newline]] + lines, line: 1, .notALine)
    refuses([[0xef, 0xbb, 0xbf]] + lines, line: 1, .reading(ReadingFailure(.byteOrderMark)))
    let windows = lines.map { Array($0.dropLast() + "\r\n".utf8) }
    refuses(windows, line: 1, .wrongFormat(.carriageReturns))
    refuses(Array(lines.prefix(3)) + windows.dropFirst(3), line: 4, .wrongFormat(.carriageReturns))
    refuses([], line: 1, .wrongFormat(.empty))
  }

  @Test func `the end line has one spelling`() throws {
    let bytes = try CopySamples(events: 1).copy()
    let text = String(decoding: bytes, as: UTF8.self)
    for (found, other) in [
      ("\"size\":3", "\"size\":03"), ("{\"end\"", "{ \"end\""), ("\"keys\":[]", "\"keys\":[1]"),
      ("\"keys\":[]", "\"keys\":[\"x\"]"), ("\"size\":3}", "\"size\":3,\"more\":1}"),
      ("\"format\":1", "\"format\":2"), ("\"root\":\"", "\"root\":\"A"),
    ] {
      let parts = text.split(separator: found, maxSplits: 1, omittingEmptySubsequences: false)
      let changed = parts.joined(separator: other)
      #expect(changed != text)
      #expect(throws: CopyFailure.self, "\(other)") {
        try CopySamples.restore(Array(changed.utf8))
      }
    }
  }
}
