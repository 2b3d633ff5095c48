import AcquisLedger
import EventLog
import EventLogLaws
import Events
import Glibc
import TestSupport
import Testing
import TransparencyLog

@Suite struct LastSignedTests {
  let ledger: TemporaryLedger

  init() throws {
    ledger = try TemporaryLedger()
    try LogKey.makeIfMissing(beside: ledger.path)
  }

  @Test func `where nothing was signed there is nothing to compare`() throws {
    let log = try InMemoryLog.sample(3)
    #expect(throws: Never.self) { try log.checkLastSigned(beside: ledger.path) }
    #expect(try SignedCheckpoints.lastNote(beside: ledger.path) == nil)
    try ledger.write("", ".signed")
    #expect(throws: Never.self) { try log.checkLastSigned(beside: ledger.path) }
    #expect(try SignedCheckpoints.lastNote(beside: ledger.path) == nil)
  }

  @Test func `the last note is read as it was handed out, without any key`() throws {
    for size in [0, 1, 9] {
      let note = try LogKey(beside: ledger.path).sign(stateOf: InMemoryLog.sample(size))
      #expect(try SignedCheckpoints.lastNote(beside: ledger.path)?.bytes == note.bytes)
    }
    let last = try SignedCheckpoints.lastNote(beside: ledger.path)
    unlink(ledger.path + ".signing")
    unlink(ledger.path + ".vkeys")
    #expect(try SignedCheckpoints.lastNote(beside: ledger.path) == last)
  }

  @Test func `a log that has grown is added to, one that shrank or forked is not`() throws {
    for size in [0, 1, 9] {
      _ = try LogKey(beside: ledger.path).sign(stateOf: InMemoryLog.sample(size))
    }
    unlink(ledger.path + ".signing")
    unlink(ledger.path + ".vkeys")
    chmod(ledger.path + ".signed", 0o644)
    for size in 9...17 { try InMemoryLog.sample(size).checkLastSigned(beside: ledger.path) }
    #expect(throws: Discontinuity.shrunk(signed: 9, found: 8)) {
      try InMemoryLog.sample(8).checkLastSigned(beside: ledger.path)
    }
    #expect(throws: Discontinuity.forked(signed: 9, after: 0)) {
      try InMemoryLog.sample(12, candidacy: 2).checkLastSigned(beside: ledger.path)
    }
  }

  @Test func `the last note is found at the end of a long file, after any text`() throws {
    let key = try LogKey(beside: ledger.path)
    let log = try InMemoryLog(clock: TestClock().now)
    for number in 0..<60 {
      _ = try log.append([Sample.validated(number)], unless: nil)
      _ = try key.sign(stateOf: log)
    }
    let shorter = try InMemoryLog.sample(59)
    let text = try ledger.text(".signed")
    #expect(text.utf8.count > 2 * 4_096)
    for start in stride(from: 0, to: 200, by: 7) {
      try ledger.write(String(repeating: "x", count: start) + text, ".signed")
      try log.checkLastSigned(beside: ledger.path)
      #expect(throws: Discontinuity.shrunk(signed: 60, found: 59)) {
        try shorter.checkLastSigned(beside: ledger.path)
      }
    }
  }

  @Test(arguments: ["\n", "x", "x\n", "a\n\nb\n", "\n\n\n", "acquis/0\n1\n"])
  func `a file that does not end with a whole note is refused`(text: String) throws {
    try ledger.write(text, ".signed")
    #expect(throws: SigningFailure.notNotes) {
      try InMemoryLog.sample(3).checkLastSigned(beside: ledger.path)
    }
    _ = unlink(ledger.path + ".signed")
    _ = try LogKey(beside: ledger.path).sign(stateOf: InMemoryLog.sample(3))
    let note = try ledger.text(".signed")
    for damaged in [
      note + text, String(note.dropLast()), note + String(repeating: "x", count: 9_000),
    ] {
      try ledger.write(damaged, ".signed")
      #expect(throws: SigningFailure.notNotes) {
        try InMemoryLog.sample(3).checkLastSigned(beside: ledger.path)
      }
      #expect(throws: SigningFailure.notNotes) {
        try SignedCheckpoints.lastNote(beside: ledger.path)
      }
    }
  }

  @Test func `every note is compared for a copy, and the first that does not hold is named`() throws
  {
    let key = try LogKey(beside: ledger.path)
    let log = try InMemoryLog.sample(4)
    _ = try key.sign(stateOf: log)
    _ = try log.append([Sample.validated(4)], unless: nil)
    _ = try key.sign(stateOf: log)
    let signed = try SignedCheckpoints(beside: ledger.path).notes.compactMap { $0 }
    try log.checkSigned(signed)
    #expect(throws: CheckpointDefect.self) { try InMemoryLog.sample(4).checkSigned(signed) }
    let text = try ledger.text(".signed")
    try ledger.write(text.replacing("\n4\n", with: "\n3\n"), ".signed")
    let defect = #expect(throws: CheckpointDefect.self) {
      try log.checkSigned(SignedCheckpoints(beside: ledger.path).notes.compactMap { $0 })
    }
    #expect(defect?.number == 1)
    #expect(defect?.reason == .forked(signed: 3, after: 0))
  }

  @Test func `no message names positions 1 to 0`() {
    let reason = Discontinuity.forked(signed: 0, after: 0)
    #expect(!reason.text.english.contains("positions"))
  }
}
