import AcquisLedger
import Cryptography
import EventLog
import Events
import Glibc
import Synchronization
import TestSupport
import Testing
import TransparencyLog
import Vault

/// A log compared with the vault beside it.
struct VaultComparisonTests {
  let ledger: TestLedger
  let clerk: RecorderID
  let day: CalendarDate

  init() throws {
    ledger = try TestLedger()
    clerk = try RecorderID("clerk:9")
    day = try CalendarDate("2026-07-01")
    _ = try ledger.record(
      registration("P1"), registration("P2"), Lines.enrolment(), Lines.jury,
      Lines.refusal(grounds: "des mots à taire"))
  }

  private func registration(_ candidate: String) -> String {
    """
    {"type":"CandidateRegistered","occurredOn":"2021-01-11","recordedBy":"clerk:1","data":{\
    "candidate":"\(candidate)","identity":{"birthName":"Nom","firstNames":["Prénom"],\
    "birthDate":"1990","sex":"F","birthPlace":{"postalCode":"75002"}}}}
    """
  }

  private func person(_ id: String) throws -> Person { .candidate(try CandidateID(id)) }

  private func erase(_ id: String) throws {
    let erasure = Erasure(
      log: ledger.log, vault: try Vault(beside: ledger.path), clock: ledger.clock.now)
    _ = try erasure.carryOut(on: .candidate(CandidateID(id)), day: day, by: clerk)
  }

  /// What a comparison finds, and the vault as it is then.
  private func compared(isWhole: Bool = false) throws -> (VaultComparison, Vault) {
    let vault = try Vault(beside: ledger.path)
    return (try VaultComparison(of: ledger.log, with: vault, isWhole: isWhole), vault)
  }

  @Test func `a vault matches its log, after an erasure too`() throws {
    let (before, _) = try compared()
    #expect(before.mismatches.isEmpty && before.texts == 4 && before.failure == nil)
    try erase("P1")
    #expect(try compared().0.mismatches.isEmpty)
  }

  @Test func `an older vault put back after an erasure names no erased person`() throws {
    let copy = try ledger.vaultBytes()
    try erase("P1")
    try ledger.putBack(vault: copy)
    let (comparison, vault) = try compared()
    #expect(comparison.mismatches == [.erasure(of: try person("P1"))])
    #expect(comparison.failure == .behind(erasures: 1, keys: 0))
    let last = try ledger.log.head().last
    let identities = try ledger.log.identities(on: day, known: last, opening: vault)
    #expect(identities.named.keys.map(\.text) == ["P2"] && identities.behind == 1)
    #expect(throws: VaultFailure.behind(erasures: 1, keys: 0)) {
      try vault.seal(
        [1], field: "reason", of: person("P1"), in: EventID.new(at: ledger.clock.now()))
    }
    try erase("P1")
    #expect(try compared().0.mismatches.isEmpty)
  }

  @Test func `a vault older than a person lacks their key, and makes no second one`() throws {
    let copy = try ledger.vaultBytes()
    _ = try ledger.record(registration("P3"))
    let key = try #require(try Vault(beside: ledger.path).key(of: person("P3")))
    try ledger.putBack(vault: copy)
    let (comparison, vault) = try compared()
    #expect(comparison.mismatches == [.key(key, of: try person("P3"))])
    #expect(throws: VaultFailure.behind(erasures: 0, keys: 1)) {
      try vault.seal(
        [1], field: "reason", of: person("P3"), in: EventID.new(at: ledger.clock.now()))
    }
    #expect(throws: VaultFailure.behind(erasures: 0, keys: 1)) { try erase("P3") }
    #expect(try ledger.log.first(EventQuery(types: [.candidateIdentityErased])) == nil)
    #expect(try Vault(beside: ledger.path).key(of: person("P3")) == nil)
  }

  @Test func `a person erased whom an older vault never knew matches once they are erased again`()
    throws
  {
    let copy = try ledger.vaultBytes()
    _ = try ledger.record(registration("P3"))
    try erase("P3")
    try ledger.putBack(vault: copy)
    #expect(try compared().0.mismatches.count == 2)
    try erase("P3")
    #expect(try compared().0.mismatches.isEmpty)
  }

  @Test func `another ledger's vault lacks every key, a jury's members' too`() throws {
    let other = try TestLedger()
    try ledger.putBack(vault: other.vaultBytes())
    try ledger.write(try other.masterBytes(), ".master")
    let (comparison, _) = try compared()
    #expect(
      Set(comparison.mismatches.map { $0.person?.description })
        == ["candidate:P1", "candidate:P2", "member:M1"])
  }

  @Test func `what was compared is not read again, and an older copy's mark is older`() throws {
    for number in 0..<1_100 {
      _ = try ledger.record(Lines.enrolment("D-\(number)", "Q-\(number)"))
    }
    let copy = try ledger.vaultBytes()
    _ = try compared()
    let last = try ledger.log.head().last
    let counting = CountingLog(ledger.log)
    _ = try VaultComparison(of: counting, with: Vault(beside: ledger.path))
    #expect(counting.events == 0, "of \(last) events")
    try erase("P1")
    try ledger.putBack(vault: copy)
    #expect(try compared().0.mismatches == [.erasure(of: try person("P1"))])
    // Once found, a mismatch is kept until it is repaired, although the mark has moved on.
    #expect(try compared().0.mismatches == [.erasure(of: try person("P1"))])
  }

  @Test func `the mark of another log, or of one that was cut, is not believed`() throws {
    let vault = try Vault(beside: ledger.path)
    try vault.keep(Comparison(through: 3, leaf: [UInt8](repeating: 7, count: 32)), [])
    #expect(try compared().0.texts == 4)
    try vault.keep(Comparison(through: 9_999, leaf: [UInt8](repeating: 7, count: 32)), [])
    #expect(try compared().0.texts == 4)
  }
}

/// A log that counts the events read from it.
private final class CountingLog: EventLog {
  private let log: InMemoryLog
  private let count = Mutex(0)
  var events: Int { count.withLock { $0 } }

  init(_ log: InMemoryLog) { self.log = log }

  func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    try log.append(events, unless: condition, once: step)
  }

  func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    try log.read(query) { stored in
      count.withLock { $0 += 1 }
      try body(stored)
    }
  }

  func position(of id: EventID) throws(LogFailure) -> Position? { try log.position(of: id) }

  func head() throws(LogFailure) -> LogHead { try log.head() }

  func node(_ address: NodeAddress) throws(LogFailure) -> Digest { try log.node(address) }
}
