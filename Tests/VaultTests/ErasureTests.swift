import Events
import Glibc
import SQLite
import TestSupport
import Testing
import Vault

@Suite struct ErasureTests {
  let ledger: TemporaryLedger
  let vault: Vault
  let person: Person
  let day: CalendarDate
  let instant: Instant

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
    vault = try Vault(beside: ledger.path)
    person = try candidate("P-0007")
    day = try CalendarDate("2026-02-28")
    instant = try Instant("2026-02-28T09:00:00.000000Z")
  }

  private func seal(_ vault: Vault, _ person: Person) throws -> Sealed {
    try vault.seal([1, 2, 3], field: "reason", of: person, in: event)
  }

  @discardableResult
  private func erase(_ persons: Person..., by event: EventID = event) throws -> [ErasedPerson] {
    try vault.erase(persons, by: event, on: day, at: instant)
  }

  /// The wrapped key of a person and its nonce, as the file holds them.
  private func wrapped(_ person: Person) throws -> [[UInt8]] {
    let database = try Database(ledger.path + ".vault", .readOnly, timeout: 0)
    let statement = try Statement(
      "SELECT nonce, wrapped FROM person_key WHERE person = ?", on: database)
    try statement.bind(person.description, at: 1)
    #expect(try statement.step())
    return [Array(statement.bytes(0)), Array(statement.bytes(1))]
  }

  @Test func `what was sealed of an erased person opens no more, here or elsewhere`() throws {
    let other = try candidate("P-0008")
    let (sealed, kept) = (try seal(vault, person), try seal(vault, other))
    try vault.commit()
    let elsewhere = try Vault(beside: ledger.path)
    #expect(
      try elsewhere.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
    try erase(person)
    for vault in [vault, elsewhere, try Vault(beside: ledger.path)] {
      #expect(throws: VaultFailure.keyGone) {
        try vault.open(sealed, field: "reason", of: person, in: event)
      }
      #expect(try vault.open(kept, field: "reason", of: other, in: event) == [1, 2, 3])
    }
  }

  @Test func `no key is made again for an erased person, whether they had one or not`() throws {
    let other = try candidate("P-0008")
    _ = try seal(vault, person)
    try erase(person, other)
    for vault in [vault, try Vault(beside: ledger.path)] {
      for person in [person, other] {
        #expect(throws: VaultFailure.erased(on: day)) { try seal(vault, person) }
        #expect(throws: VaultFailure.erased(on: day)) {
          try vault.fingerprint(of: [1], field: "reason", person: person)
        }
        #expect(try vault.key(of: person) == nil)
      }
    }
    let count = try Database(ledger.path + ".vault", .readOnly, timeout: 0)
      .integer("SELECT count(*) FROM person_key")
    #expect(count == 0)
  }

  @Test func `a refused key delays no one, and keeps the open batch`() throws {
    try erase(person)
    #expect(throws: VaultFailure.erased(on: day)) { try seal(vault, person) }
    let (other, third) = (try candidate("P-0008"), try candidate("P-0009"))
    let second = try Vault(beside: ledger.path, timeout: 0)
    let sealed = try seal(second, other)
    #expect(throws: VaultFailure.erased(on: day)) { try seal(second, person) }
    let more = try seal(second, third)
    try second.commit()
    #expect(try vault.open(sealed, field: "reason", of: other, in: event) == [1, 2, 3])
    #expect(try vault.open(more, field: "reason", of: third, in: event) == [1, 2, 3])
  }

  @Test func `the tombstone holds the event, the day, the instant and the key's id`() throws {
    let key = try seal(vault, person).key
    #expect(try vault.key(of: person) == key)
    let erased = try erase(person)
    #expect(erased == [try #require(try vault.erasure(of: person))])
    #expect(erased.first?.key == key)
    #expect(erased.first?.event == event)
    #expect(erased.first?.on == day)
    #expect(erased.first?.at == instant)
    #expect(try vault.erasure(of: candidate("P-0008")) == nil)
  }

  @Test func `a second erasure's tombstone has its own event, and the key of the first`() throws {
    _ = try seal(vault, person)
    try vault.commit()
    let first = try #require(try erase(person).first)
    let second = try #require(try erase(person, by: otherEvent).first)
    #expect(second.event == otherEvent && second.key == first.key)
  }

  @Test func `not a byte of the wrapped key is left in the vault's files`() throws {
    let persons = try (0..<900).map { try candidate("P-\($0 * 7919 % 900)") }
    for person in persons {
      _ = try seal(vault, person)
      try vault.commit()
    }
    let erased = stride(from: 0, to: 900, by: 3).map { persons[$0] }
    let secrets = try erased.flatMap { try wrapped($0) }
    let kept = try wrapped(persons[1])
    _ = try vault.erase(erased, by: event, on: day, at: instant)
    #expect(ledger.files == ["centre.acquis.master", "centre.acquis.vault"], "no journal is left")
    let bytes = try ledger.bytes(".vault")
    let windows = Set(bytes.indices.dropLast(11).map { Array(bytes[$0..<$0 + 12]) })
    for secret in kept {
      #expect(windows.contains(Array(secret.prefix(12))), "a key that is kept is found")
    }
    let found = secrets.filter { secret in
      stride(from: 0, through: secret.count - 12, by: 12).contains { start in
        windows.contains(Array(secret[start..<start + 12]))
      }
    }
    #expect(found.isEmpty, "\(found.count) remains")
    let pages = try Database(ledger.path + ".vault", .readOnly, timeout: 0)
      .integer("PRAGMA freelist_count")
    #expect(pages == 0)
  }

  @Test func `an open batch is kept by an erasure`() throws {
    let other = try candidate("P-0008")
    let sealed = try seal(vault, other)
    try erase(person)
    let reopened = try Vault(beside: ledger.path)
    #expect(try reopened.open(sealed, field: "reason", of: other, in: event) == [1, 2, 3])
  }

  @Test func `an erasure that waits too long destroys nothing`() throws {
    let sealed = try seal(vault, person)
    try vault.commit()
    let hasty = try Vault(beside: ledger.path, timeout: 0)
    let other = try Vault(beside: ledger.path)
    _ = try seal(other, try candidate("P-0008"))
    #expect(throws: VaultFailure.busy(seconds: 0)) {
      try hasty.erase([person], by: event, on: day, at: instant)
    }
    other.rollback()
    #expect(try vault.erasure(of: person) == nil)
    #expect(try vault.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
  }

  @Test func `the register names every copy, the oldest first, without a master key`() throws {
    let later = try Instant("2026-03-01T09:00:00.000000Z")
    rename(ledger.path + ".master", ledger.path + ".aside")
    try Vault.registerBackup(beside: ledger.path, at: later, place: "/media/b", fingerprint: "")
    try Vault.registerBackup(
      beside: ledger.path, at: instant, place: "/media/a é", fingerprint: "5f3a")
    rename(ledger.path + ".aside", ledger.path + ".master")
    let reopened = try Vault(beside: ledger.path)
    #expect(try reopened.backups().map(\.place) == ["/media/a é", "/media/b"])
    let first = try #require(try reopened.backups().first)
    #expect(first.madeAt == instant && first.fingerprint == "5f3a")
  }

  @Test func `a key row of an erased person opens nothing`() throws {
    let sealed = try seal(vault, person)
    try vault.commit()
    let row = try {
      let database = try Database(ledger.path + ".vault", .readOnly, timeout: 0)
      let statement = try Statement(
        "SELECT hex(nonce), hex(wrapped), id FROM person_key", on: database)
      _ = try statement.step()
      return (statement.text(0), statement.text(1), statement.text(2))
    }()
    _ = try vault.erase([person], by: event, on: day, at: instant)
    try Database(ledger.path + ".vault", .readWrite, timeout: 0).execute(
      """
      INSERT INTO person_key (person, id, nonce, wrapped)
      VALUES ('\(person)', '\(row.2)', x'\(row.0)', x'\(row.1)')
      """)
    let opened = try Vault(beside: ledger.path)
    #expect(throws: VaultFailure.self) {
      try opened.open(sealed, field: "reason", of: person, in: event)
    }
    #expect(throws: VaultFailure.erased(on: day)) { try seal(opened, person) }
    #expect(try opened.verifyKeys().keptThoughErased == [person.description])
  }

  @Test func `keys that another vault held count as destroyed once the log has the erasure`() throws
  {
    let key = try KeyID("k-elsewhere")
    #expect(try !vault.knows(key))
    _ = try vault.erase([person], by: event, on: day, at: instant, known: [person: [key]])
    #expect(try vault.knows(key))
    #expect(try vault.allKeys(of: person) == [key])
  }

  @Test func `a person whom something does not match for is neither read nor sealed`() throws {
    let sealed = try seal(vault, person)
    try vault.commit()
    let other = try candidate("P-0008")
    let key = try KeyID("k-elsewhere")
    let failure = VaultFailure.behind(erasures: 1, keys: 1)
    #expect(vault.refuse([.erasure(of: person), .key(key, of: other)]) == failure)
    #expect(throws: failure) {
      try vault.open(sealed, field: "reason", of: person, in: event)
    }
    #expect(throws: failure) { try seal(vault, person) }
    #expect(throws: failure) { try seal(vault, other) }
    _ = try seal(vault, try candidate("P-0009"))
    vault.rollback()
    _ = try vault.erase([person], by: event, on: day, at: instant)
    #expect(throws: VaultFailure.erased(on: day)) { try seal(vault, person) }
  }

  @Test func `a vault bound to a ledger is refused to another`() throws {
    try vault.check(ledger: [1], bindsIfUnbound: false)
    try vault.check(ledger: [2], bindsIfUnbound: true)
    for bindsIfUnbound in [true, false] {
      #expect(throws: VaultFailure.anotherLedgers) {
        try Vault(beside: ledger.path).check(ledger: [1], bindsIfUnbound: bindsIfUnbound)
      }
      try vault.check(ledger: [2], bindsIfUnbound: bindsIfUnbound)
    }
  }

  @Test func `a vault of the first format is migrated to the present one with its keys`() throws {
    let sealed = try seal(vault, person)
    try vault.commit()
    try Database(ledger.path + ".vault", .readWrite, timeout: 0).execute(
      """
      DROP TABLE erased_person; DROP TABLE backup; DROP TABLE bound_ledger;
      DROP TABLE comparison; DROP TABLE mismatch; DROP TABLE destroyed_key;
      DROP TABLE name_index; DROP TABLE name_word; DROP TABLE named_person;
      PRAGMA user_version = 1
      """)
    let opened = try Vault(beside: ledger.path)
    #expect(try opened.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
    _ = try opened.erase([person], by: event, on: day, at: instant)
    #expect(throws: VaultFailure.erased(on: day)) { try seal(opened, person) }
  }
}
