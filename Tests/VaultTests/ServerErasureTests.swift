import Dispatch
import Events
import Glibc
import PostgreSQL
import Synchronization
import TestSupport
import Testing
import Vault

/// Keys on a server that are destroyed, or wrapped anew.
@Suite(.enabled(if: VaultServer.isNamed)) struct ServerErasureTests {
  let server: VaultServer
  let vault: Vault
  let person: Person
  let sealed: Sealed
  let day: CalendarDate
  let instant: Instant
  /// The master key before.
  let old: [UInt8]

  init() throws {
    server = try VaultServer()
    try Vault.create(at: server.place)
    vault = try server.vault()
    person = try candidate("P-0007")
    sealed = try vault.seal([1, 2, 3], field: "reason", of: person, in: event)
    try vault.commit()
    day = try CalendarDate("2026-02-28")
    instant = try Instant("2026-02-28T09:00:00.000000Z")
    old = try server.ledger.bytes(".master")
  }

  private func opens(_ vault: Vault? = nil) throws {
    let vault = try vault ?? server.vault()
    #expect(try vault.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
  }

  // MARK: Erasing

  @Test func `what was sealed of an erased person opens no more, here or elsewhere`() throws {
    let other = try candidate("P-0008")
    let kept = try vault.seal([4], field: "reason", of: other, in: event)
    let elsewhere = try server.vault()
    try vault.commit()
    try opens(elsewhere)
    let erased = try vault.erase([person, candidate("P-0009")], by: event, on: day, at: instant)
    #expect(erased.map(\.key) == [sealed.key, nil])
    for vault in [vault, elsewhere, try server.vault()] {
      #expect(throws: VaultFailure.keyGone) {
        try vault.open(sealed, field: "reason", of: person, in: event)
      }
      #expect(try vault.open(kept, field: "reason", of: other, in: event) == [4])
      for person in [person, try candidate("P-0009")] {
        #expect(throws: VaultFailure.erased(on: day)) {
          try vault.seal([1], field: "reason", of: person, in: event)
        }
      }
      #expect(try vault.knows(sealed.key))
      #expect(try vault.allKeys(of: person) == [sealed.key])
      #expect(try vault.erasures().count == 2)
    }
    let again = try vault.erase([person], by: otherEvent, on: day, at: instant)
    #expect(again.first?.event == otherEvent && again.first?.key == sealed.key)
  }

  @Test func `the tables are written anew, even while someone reads what was there before`() throws
  {
    for number in 0..<900 {
      _ = try vault.seal([1], field: "f", of: candidate("P-1\(number)"), in: event)
    }
    try vault.commit()
    let reader = try server.connection()
    try reader.run("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM change")
    let before = try server.integer("SELECT pg_relation_size('person_key')")
    let persons = try (0..<890).map { try candidate("P-1\($0)") }
    _ = try vault.erase(persons, by: event, on: day, at: instant)
    #expect(try server.integer("SELECT pg_relation_size('person_key')") < before / 10)
    #expect(try server.integer("SELECT count(*) FROM person_key") == 11)
    try reader.run("COMMIT")
    try opens()
  }

  @Test func `the server keeps no statistics of sealed values`() throws {
    try vault.rotate()
    try server.run("ANALYZE person_key")
    #expect(
      try server.integer(
        "SELECT count(*) FROM pg_stats WHERE schemaname = '\(server.name)-vault' "
          + "AND attname IN ('nonce', 'wrapped', 'label', 'postings')") == 0)
  }

  @Test func `an erasure that waits too long destroys nothing`() throws {
    let hasty = try server.vault(timeout: 0)
    _ = try vault.seal([1], field: "reason", of: candidate("P-0008"), in: event)
    #expect(throws: VaultFailure.busy(seconds: 0)) {
      try hasty.erase([person], by: event, on: day, at: instant)
    }
    vault.rollback()
    #expect(try vault.erasure(of: person) == nil)
    try opens()
  }

  // MARK: Rotating

  @Test func `a new master key opens what was sealed, and the old one nothing`() throws {
    for number in 0..<1_500 {
      _ = try vault.seal([1], field: "f", of: candidate("P-1\(number)"), in: event)
    }
    try vault.commit()
    let elsewhere = try server.vault()
    let wrapped = Set(try server.bytes("SELECT wrapped FROM person_key"))
    let rotation = try vault.rotate()
    #expect(rotation.keys == 1_501 && rotation.damaged == 0)
    #expect(wrapped.isDisjoint(with: try server.bytes("SELECT wrapped FROM person_key")))
    #expect(server.ledger.files == ["centre.acquis.master"])
    for vault in [vault, elsewhere, try server.vault()] {
      try opens(vault)
      #expect(try vault.verifyKeys() == VaultVerification(keys: 1_501))
    }
    try server.ledger.write(old, ".master")
    #expect(throws: VaultFailure.wrongMasterKey) { try server.vault() }
  }

  @Test func `killed before the vault changed, the old master key opens it`() throws {
    try server.ledger.write(String(repeating: "5", count: 64) + "\n", ".master.new")
    try opens()
    #expect(try server.ledger.bytes(".master") == old)
    try vault.rotate()
    #expect(server.ledger.files == ["centre.acquis.master"])
    try opens()
  }

  @Test(arguments: [true, false])
  func `killed after the vault changed, the new master key opens it`(isOldThere: Bool) throws {
    try vault.rotate()
    let new = try server.ledger.bytes(".master")
    rename(server.ledger.path + ".master", server.ledger.path + ".master.new")
    if isOldThere { try server.ledger.write(old, ".master") }
    try opens()
    #expect(try server.ledger.bytes(".master.new") == new, "to read changes nothing")
    try server.vault().rotate()
    #expect(server.ledger.files == ["centre.acquis.master"])
    try opens()
  }

  @Test func `a rotation that waits too long, for a writer or a reader, changes nothing`() throws {
    let hasty = try server.vault(timeout: 0)
    _ = try vault.seal([1], field: "reason", of: candidate("P-0008"), in: event)
    #expect(throws: VaultFailure.busy(seconds: 0)) { try hasty.rotate() }
    vault.rollback()
    let reader = try server.connection()
    try reader.run("BEGIN; SELECT * FROM master_check")
    #expect(throws: VaultFailure.busy(seconds: 0)) { try hasty.rotate() }
    try reader.run("COMMIT")
    #expect(try server.ledger.bytes(".master") == old)
    #expect(server.ledger.files == ["centre.acquis.master"])
    try opens()
  }

  @Test func `a key that was altered stops one person, and no rotation`() throws {
    let other = try vault.seal([4], field: "reason", of: candidate("P-0009"), in: event)
    try vault.commit()
    try server.run("UPDATE person_key SET wrapped = '' WHERE person = 'candidate:P-0009'")
    #expect(try vault.rotate().damaged == 1)
    try opens()
    #expect(throws: VaultFailure.altered(key: other.key.text)) {
      try server.vault().open(other, field: "reason", of: candidate("P-0009"), in: event)
    }
    #expect(try server.vault().verifyKeys().damaged == ["candidate:P-0009"])
  }

  @Test(.timeLimit(.minutes(10))) func `a key is never called altered because a rotation goes on`()
    throws
  {
    for number in 0..<1_200 {
      _ = try vault.seal([1], field: "reason", of: candidate("P-1\(number)"), in: event)
    }
    try vault.commit()
    let end = End()
    DispatchQueue.global().async { [server] in
      defer { end.isReached.withLock { $0 = true } }
      let vault = try? server.vault(timeout: 60)
      for _ in 0..<12 { _ = try? vault?.rotate() }
    }
    let reader = try server.vault(timeout: 60)
    while !end.isReached.withLock({ $0 }) {
      #expect(try reader.verifyKeys() == VaultVerification(keys: 1_201))
      try opens(reader)
    }
    #expect(try server.ledger.bytes(".master") != old)
  }
}

/// Whether another thread has ended.
private final class End: Sendable {
  let isReached = Mutex(false)
}
