import AcquisLedger
import Cryptography
import EventLog
import EventLogLaws
import Events
import Glibc
import TestSupport
import Testing
import TransparencyLog

/// A ledger of four events, signed by a key that is then lost, and of six.
@Suite struct AnotherKeyTests {
  let ledger: TemporaryLedger
  let log: InMemoryLog
  let lost: String
  let former: VerifierKey

  init() throws {
    ledger = try TemporaryLedger()
    log = try InMemoryLog.sample(4)
    try LogKey.makeIfMissing(beside: ledger.path)
    lost = try ledger.text(".signing")
    let key = try LogKey(beside: ledger.path)
    former = key.signing.verifier
    _ = try key.sign(stateOf: log)
    _ = try log.append([Sample.validated(4), Sample.validated(5)], unless: nil)
    unlink(ledger.path + ".signing")
  }

  private var signed: SignedCheckpoints {
    get throws { try SignedCheckpoints(beside: ledger.path) }
  }

  private var keys: VerifierKeys {
    get throws { try VerifierKeys.available(beside: ledger.path) }
  }

  private func defects() throws -> [CheckpointDefect] {
    var roots: [UInt64: Digest] = [:]
    for size in [4, 6, 7] as [UInt64] { roots[size] = try? log.root(ofSize: size) }
    let found = UInt64(try log.head().last.number)
    return try signed.defects(by: keys, found: found, roots: roots)
  }

  @Test func `another key begins where the lost one ended, and both verify what they signed`()
    throws
  {
    let note = try LogKey.makeAnother(beside: ledger.path, for: log)
    let key = try LogKey(beside: ledger.path)
    #expect(try keys.keys == [former, key.signing.verifier])
    #expect(try key.checkpoint(in: note).size == 6)
    #expect(try keys.starts(in: signed) == [4, 6])
    #expect(try keys.successor(of: former, in: signed) == key.signing.verifier)
    #expect(try keys.successor(of: key.signing.verifier, in: signed) == nil)
    #expect(try defects().isEmpty)
    #expect(try key.sign(stateOf: log) == note)
    for case let note? in try signed.notes {
      _ = try log.checkContinuation(of: note, by: keys, others: signed)
    }
  }

  @Test func `a state that the lost key signed is signed again by the next`() throws {
    let short = try InMemoryLog.sample(4)
    let note = try LogKey.makeAnother(beside: ledger.path, for: short)
    #expect(try signed.notes.count == 2)
    #expect(try keys.starts(in: signed) == [4, 4])
    #expect(try short.note(signedAt: 4, in: signed, by: keys) == note)
    #expect(try defects().isEmpty)
  }

  @Test func `no other key is made where one is there`() throws {
    _ = try LogKey.makeAnother(beside: ledger.path, for: log)
    let files = try (ledger.text(".signing"), ledger.text(".vkeys"), ledger.text(".signed"))
    #expect(throws: SigningFailure.keyThere) {
      try LogKey.makeAnother(beside: ledger.path, for: log)
    }
    #expect(try files == (ledger.text(".signing"), ledger.text(".vkeys"), ledger.text(".signed")))
  }

  @Test func `no key is made for a log that does not continue what was signed`() throws {
    #expect(throws: Discontinuity.shrunk(signed: 4, found: 3)) {
      try LogKey.makeAnother(beside: ledger.path, for: InMemoryLog.sample(3))
    }
    #expect(throws: Discontinuity.forked(signed: 4, after: 0)) {
      try LogKey.makeAnother(beside: ledger.path, for: InMemoryLog.sample(6, candidacy: 2))
    }
    #expect(!ledger.has(".signing"))
    #expect(try keys.keys == [former])
  }

  @Test func `the lost key's public half is needed, from its file or from who kept it`() throws {
    unlink(ledger.path + ".vkeys")
    #expect(throws: SigningFailure.formerKeyUnknown) {
      try LogKey.makeAnother(beside: ledger.path, for: log)
    }
    #expect(throws: SigningFailure.keyMissing) { try LogKey.makeIfMissing(beside: ledger.path) }
    _ = try LogKey.makeAnother(beside: ledger.path, for: log, after: [former])
    #expect(try keys.keys.first == former)
    #expect(try defects().isEmpty)
  }

  @Test func `a former key put back signs nothing more`() throws {
    _ = try LogKey.makeAnother(beside: ledger.path, for: log)
    let since = try LogKey(beside: ledger.path).signing.verifier
    try ledger.write(lost, ".signing")
    let kept = try ledger.text(".signed")
    #expect(throws: SigningFailure.formerKey(former.name, since: since.name)) {
      try LogKey(beside: ledger.path).sign(stateOf: log)
    }
    #expect(try ledger.text(".signed") == kept)
  }

  @Test func `what a former key signs after another began is a defect`() throws {
    let note = try LogKey.makeAnother(beside: ledger.path, for: log)
    _ = try log.append([Sample.validated(6)], unless: nil)
    let elsewhere = try TemporaryLedger()
    try elsewhere.write(lost, ".signing")
    let late = try LogKey(beside: elsewhere.path).sign(stateOf: log)
    let text = try ledger.text(".signed") + "\n" + String(decoding: late.bytes, as: UTF8.self)
    try ledger.write(text, ".signed")
    #expect(try defects().map(\.number) == [3])
    #expect(try defects().map(\.reason) == [.formerKey])
    #expect(throws: Discontinuity.formerKey) {
      try log.checkContinuation(of: late, by: keys, others: signed)
    }
    // The keys may be given in any order.
    let given = try VerifierKeys(keys.keys.reversed()).ordered(by: signed)
    #expect(try given == keys)
    #expect(try log.checkContinuation(of: note, by: given, others: signed).size == 6)
  }

  @Test func `a beginning that was cut short is ended by the next signature`() throws {
    _ = try LogKey.makeAnother(beside: ledger.path, for: log)
    let (keys, notes) = (try keys, try signed.notes)
    let first = try #require(notes[0])
    // Killed before it signed.
    try ledger.write(String(decoding: first.bytes, as: UTF8.self), ".signed")
    #expect(try LogKey(beside: ledger.path).sign(stateOf: log) == notes[1])
    // Killed before its key was written: the lost key may still be found, or a third one made.
    try ledger.write(String(decoding: first.bytes, as: UTF8.self), ".signed")
    try ledger.write(lost, ".signing")
    #expect(try LogKey(beside: ledger.path).sign(stateOf: log) != notes[1])
    unlink(ledger.path + ".signing")
    _ = try LogKey.makeAnother(beside: ledger.path, for: log)
    let third = try LogKey(beside: ledger.path).signing.verifier
    #expect(try self.keys.keys == keys.keys + [third])
    #expect(try self.keys.starts(in: signed) == [4, nil, 6])
    #expect(try defects().isEmpty)
  }

  @Test func `another process that signs is waited for as long as asked, and no longer`() throws {
    try ledger.write(lost, ".signing")
    let holder = open(ledger.path + ".signing", O_RDONLY)
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: SigningFailure.busy(seconds: 0)) {
      try LogKey(beside: ledger.path).sign(stateOf: log, timeout: 0)
    }
    close(holder)
    _ = try LogKey(beside: ledger.path).sign(stateOf: log, timeout: 0)
  }

  @Test func `another process that makes a key is waited for as long as asked, and no longer`()
    throws
  {
    let holder = open(ledger.folder, O_RDONLY)
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: SigningFailure.busy(seconds: 0)) {
      try LogKey.makeAnother(beside: ledger.path, for: log, timeout: 0)
    }
    close(holder)
  }

  @Test func `drafts that were left are cleared by the next signature`() throws {
    try ledger.write(lost, ".signing")
    for suffix in [".signing.new-12", ".signed.new-4194305", ".signed.new"] {
      try ledger.write("left", suffix)
    }
    try ledger.write("mine", ".signed.new-mine")
    _ = try LogKey(beside: ledger.path).sign(stateOf: log)
    for suffix in [".signing.new-12", ".signed.new-4194305", ".signed.new"] {
      #expect(!ledger.has(suffix), "\(suffix)")
    }
    // A state that is signed already is not written again, and what was left is cleared all the same.
    for suffix in [".signed.new", ".vkeys.new"] { try ledger.write("left", suffix) }
    _ = try LogKey(beside: ledger.path).sign(stateOf: log)
    #expect(!ledger.has(".signed.new") && !ledger.has(".vkeys.new"))
    #expect(ledger.has(".signed.new-mine"))
    unlink(ledger.path + ".signed.new-mine")
  }
}
