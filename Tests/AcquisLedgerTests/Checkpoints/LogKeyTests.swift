import AcquisLedger
import EventLog
import EventLogLaws
import Glibc
import TestSupport
import Testing
import TransparencyLog

@Suite struct LogKeyTests {
  let ledger: TemporaryLedger

  init() throws {
    ledger = try TemporaryLedger()
    #expect(try LogKey.makeIfMissing(beside: ledger.path))
  }

  @Test func `a key is made once, and keeps its name`() throws {
    let origin = try LogKey(beside: ledger.path).origin
    #expect(origin.hasPrefix("acquis/") && origin.utf8.count == 23)
    #expect(try !LogKey.makeIfMissing(beside: ledger.path))
    #expect(try LogKey(beside: ledger.path).origin == origin)
    #expect(try ledger.text(".signing").utf8.count == 65)
  }

  @Test func `the name follows from the key: RFC 8032's first test vector`() throws {
    try ledger.write(
      "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60\n", ".signing")
    let key = try LogKey(beside: ledger.path)
    // SHA-256 of d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a.
    #expect(key.origin == "acquis/21fe31dfa154a261")
  }

  @Test func `a key that is missing, malformed or open to others is refused for that reason`()
    throws
  {
    chmod(ledger.path + ".signing", 0o640)
    #expect(throws: SigningFailure.openToOthers(.key)) { try open() }
    try ledger.write("no key\n", ".signing")
    #expect(throws: SigningFailure.notAKey) { try open() }
    unlink(ledger.path + ".signing")
    #expect(throws: SigningFailure.keyMissing) { try open() }
  }

  @Test func `no other key takes the place of one that has signed`() throws {
    _ = try LogKey(beside: ledger.path).sign(stateOf: InMemoryLog.sample(3))
    unlink(ledger.path + ".signing")
    #expect(throws: SigningFailure.keyMissing) { try LogKey.makeIfMissing(beside: ledger.path) }
  }

  private func open() throws { _ = try LogKey(beside: ledger.path) }
}
