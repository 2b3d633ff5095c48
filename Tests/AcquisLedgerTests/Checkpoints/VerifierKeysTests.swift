import AcquisLedger
import EventLog
import EventLogLaws
import Glibc
import TestSupport
import Testing
import TransparencyLog

@Suite struct VerifierKeysTests {
  let ledger: TemporaryLedger

  init() throws {
    ledger = try TemporaryLedger()
    try LogKey.makeIfMissing(beside: ledger.path)
  }

  private func key() throws -> VerifierKey {
    try LogKey(beside: ledger.path).signing.verifier
  }

  @Test func `a key's public half is made with it, for all to read`() throws {
    #expect(try ledger.text(".vkeys") == key().text + "\n")
    #expect(try VerifierKeys.stored(beside: ledger.path)?.keys == [key()])
    var facts = stat()
    #expect(stat(ledger.path + ".vkeys", &facts) == 0)
    #expect(facts.st_mode & 0o777 == 0o644)
  }

  @Test func `a missing public key is written again when a key is made or signs`() throws {
    let line = try ledger.text(".vkeys")
    unlink(ledger.path + ".vkeys")
    #expect(try VerifierKeys.available(beside: ledger.path).keys == [key()])
    #expect(try !LogKey.makeIfMissing(beside: ledger.path))
    #expect(try ledger.text(".vkeys") == line)
    unlink(ledger.path + ".vkeys")
    _ = try LogKey(beside: ledger.path).sign(stateOf: InMemoryLog.sample(3))
    #expect(try ledger.text(".vkeys") == line)
    unlink(ledger.path + ".vkeys")
    _ = try LogKey(beside: ledger.path).sign(stateOf: InMemoryLog.sample(3))
    #expect(try ledger.text(".vkeys") == line)
  }

  @Test func `a line whose name is not its key's own is refused`() throws {
    let own = try ledger.text(".vkeys")
    let other = try SigningKeys.any("acquis/0123456789abcdef").text
    for (text, line) in [
      ("x\n", 1), (own + "\n", 2), (own + own, 2), (String(own.dropLast()), 1),
      (own + other + "\n", 2), (own.replacing("\n", with: "\r\n"), 1), ("\u{feff}" + own, 1),
      (try SigningKeys.any("acquis.example/test").text + "\n", 1),
    ] {
      try ledger.write(text, ".vkeys")
      #expect(throws: SigningFailure.malformedKeys(line: line)) {
        try VerifierKeys.stored(beside: ledger.path)
      }
    }
    try ledger.write("", ".vkeys")
    #expect(try VerifierKeys.stored(beside: ledger.path) == VerifierKeys([]))
  }

  @Test func `without a private key a log is checked under the public one, or by roots alone`()
    throws
  {
    let log = try InMemoryLog.sample(4)
    let note = try LogKey(beside: ledger.path).sign(stateOf: log)
    unlink(ledger.path + ".signing")
    let signed = try SignedCheckpoints(beside: ledger.path)
    for keys in [try VerifierKeys.available(beside: ledger.path), VerifierKeys([])] {
      #expect(try log.checkContinuation(of: note, by: keys, others: signed).size == 4)
      let root = try log.head().root
      #expect(signed.defects(by: keys, found: 4, roots: [4: root]).isEmpty)
      let fork = try InMemoryLog.sample(4, candidacy: 2).head().root
      let found = signed.defects(by: keys, found: 4, roots: [4: fork])
      #expect(found.map(\.reason) == [.forked(signed: 4, after: 0)])
    }
    unlink(ledger.path + ".vkeys")
    #expect(try VerifierKeys.available(beside: ledger.path).isEmpty)
  }

  @Test func `an exchanged key signs nothing, signed or not`() throws {
    let other = try TemporaryLedger()
    try LogKey.makeIfMissing(beside: other.path)
    let theirs = try LogKey(beside: other.path).signing.verifier
    let log = try InMemoryLog.sample(4)
    let own = try ledger.text(".signing")
    try ledger.write(try other.text(".signing"), ".signing")
    #expect(throws: SigningFailure.foreignKey(theirs.name)) {
      try LogKey(beside: ledger.path).sign(stateOf: log)
    }
    try ledger.write(own, ".signing")
    _ = try LogKey(beside: ledger.path).sign(stateOf: log)
    try ledger.write(try other.text(".signing"), ".signing")
    #expect(throws: Discontinuity.foreignKey) {
      try LogKey(beside: ledger.path).sign(stateOf: log)
    }
    #expect(try VerifierKeys.stored(beside: ledger.path)?.keys.contains(theirs) == false)
  }

  @Test func `a copy's keys are kept before those already there, and none under a foreign name`()
    throws
  {
    let own = try key()
    let other = try TemporaryLedger()
    try LogKey.makeIfMissing(beside: other.path)
    let theirs = try LogKey(beside: other.path).signing.verifier
    let stranger = try SigningKeys.any("acquis.example/test")
    try VerifierKeys([stranger, theirs, own]).keep(beside: ledger.path)
    #expect(try VerifierKeys.stored(beside: ledger.path)?.keys == [theirs, own])
    unlink(ledger.path + ".vkeys")
    try VerifierKeys([stranger]).keep(beside: ledger.path)
    #expect(!ledger.has(".vkeys"))
  }
}
