import AcquisLedger
import Cryptography
import EventLog
import EventLogLaws
import Events
import TestSupport
import Testing
import TransparencyLog

@Suite struct CheckpointTests {
  let ledger: TemporaryLedger

  init() throws {
    ledger = try TemporaryLedger()
    try LogKey.makeIfMissing(beside: ledger.path)
  }

  @Test func `each state is signed once, and every note is kept as it was handed out`() throws {
    let log = try InMemoryLog(clock: TestClock().now)
    let key = try LogKey(beside: ledger.path)
    var notes: [SignedNote] = []
    for number in 0..<20 {
      let note = try key.sign(stateOf: log)
      #expect(try key.sign(stateOf: log) == note)
      #expect(try key.checkpoint(in: note).size == UInt64(number))
      #expect(try key.checkpoint(in: note).root == log.head().root)
      notes.append(note)
      _ = try log.append([Sample.validated(number)], unless: nil)
    }
    let signed = try SignedCheckpoints(beside: ledger.path)
    let keys = try VerifierKeys.available(beside: ledger.path)
    #expect(signed.notes == notes)
    for (size, note) in notes.enumerated() {
      #expect(try log.note(signedAt: UInt64(size), in: signed, by: keys) == note)
      let checked = try log.checkContinuation(of: note, by: keys, others: signed)
      #expect(checked.size == UInt64(size))
    }
    #expect(try log.note(signedAt: 20, in: signed, by: keys) == nil)
  }

  @Test func `a log that shrank or forked is refused a signature, and nothing is kept`() throws {
    let key = try LogKey(beside: ledger.path)
    _ = try key.sign(stateOf: InMemoryLog.sample(9))
    let kept = try ledger.text(".signed")
    #expect(throws: Discontinuity.shrunk(signed: 9, found: 8)) {
      try key.sign(stateOf: InMemoryLog.sample(8))
    }
    for size in 9...17 {
      #expect(throws: Discontinuity.forked(signed: 9, after: 0)) {
        try key.sign(stateOf: InMemoryLog.sample(size, candidacy: 2))
      }
    }
    #expect(try ledger.text(".signed") == kept)
    _ = try key.sign(stateOf: InMemoryLog.sample(17))
  }

  @Test func `a fork is placed between the checkpoints that hold and the one that does not`() throws
  {
    let key = try LogKey(beside: ledger.path)
    let (log, fork) = (try InMemoryLog.sample(4), try InMemoryLog.sample(4))
    _ = try key.sign(stateOf: log)
    _ = try log.append([Sample.validated(4), Sample.validated(5)], unless: nil)
    _ = try fork.append([Sample.validated(4), Sample.validated(6)], unless: nil)
    let note = try key.sign(stateOf: log)
    let signed = try SignedCheckpoints(beside: ledger.path)
    #expect(throws: Discontinuity.forked(signed: 6, after: 4)) {
      try fork.checkContinuation(
        of: note, by: VerifierKeys.available(beside: ledger.path), others: signed)
    }
    let found = try signed.defects(
      by: VerifierKeys.available(beside: ledger.path), found: 6,
      roots: [4: try fork.root(ofSize: 4)])
    #expect(found.map(\.number) == [2])
    #expect(found.map(\.reason) == [.forked(signed: 6, after: 4)])
  }

  @Test func `another ledger's checkpoint is foreign, and one with another text is not genuine`()
    throws
  {
    let log = try InMemoryLog.sample(5)
    let other = try TemporaryLedger()
    try LogKey.makeIfMissing(beside: other.path)
    let key = try LogKey(beside: ledger.path)
    let theirs = try LogKey(beside: other.path).sign(stateOf: log)
    #expect(throws: Discontinuity.foreignKey) { try key.checkpoint(in: theirs) }
    let text = String(decoding: try key.sign(stateOf: log).bytes, as: UTF8.self)
    let altered = text.replacing("\n5\n", with: "\n4\n")
    let note = try SignedNote(parsing: Array(altered.utf8))
    #expect(throws: Discontinuity.notGenuine) { try key.checkpoint(in: note) }
  }

  @Test(arguments: ["\n", "x", "a\n\n", "a\n\nb\n", "\n\n\n", "acquis/0\n1\n"])
  func `a text that is no note among those kept is reported, and stops the signing`(text: String)
    throws
  {
    try ledger.write(text, ".signed")
    let key = try LogKey(beside: ledger.path)
    let signed = try SignedCheckpoints(beside: ledger.path)
    let keys = VerifierKeys([key.signing.verifier])
    #expect(signed.defects(by: keys, found: 5, roots: [:]).first?.reason == .notGenuine)
    #expect(throws: Discontinuity.notGenuine) { try key.sign(stateOf: InMemoryLog.sample(5)) }
    #expect(try ledger.text(".signed") == text)
  }

  @Test func `the other notes are read though one of them is malformed`() throws {
    let log = try InMemoryLog.sample(3)
    let key = try LogKey(beside: ledger.path)
    _ = try key.sign(stateOf: log)
    _ = try log.append([Sample.validated(3)], unless: nil)
    let second = try key.sign(stateOf: log)
    try ledger.write(try ledger.text(".signed").replacing("\n3\n", with: "\nx\n"), ".signed")
    let signed = try SignedCheckpoints(beside: ledger.path)
    #expect(signed.notes.last == .some(second))
    let found = signed.defects(
      by: VerifierKeys([key.signing.verifier]), found: 4, roots: [4: try log.head().root])
    #expect(found.map(\.number) == [1])
  }
}
