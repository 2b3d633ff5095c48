import Events
import SQLite
import TestSupport
import Testing
import Vault

@Suite struct BatchTests {
  let ledger: TemporaryLedger
  let person: Person

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
    person = try candidate("P-0007")
  }

  private func seal(_ vault: Vault) throws -> Sealed {
    try vault.seal([1, 2, 3], field: "reason", of: person, in: event)
  }

  @Test func `a committed key opens its texts after a reopening`() throws {
    let vault = try Vault(beside: ledger.path)
    let sealed = try seal(vault)
    try vault.commit()
    let reopened = try Vault(beside: ledger.path)
    #expect(try reopened.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
  }

  @Test func `a rollback leaves no key, nor does a vault let go before its commit`() throws {
    let vault = try Vault(beside: ledger.path)
    let sealed = try seal(vault)
    vault.rollback()
    #expect(throws: VaultFailure.keyGone) {
      try vault.open(sealed, field: "reason", of: person, in: event)
    }
    #expect(try seal(vault).key != sealed.key)
    vault.rollback()
    do { _ = try seal(try Vault(beside: ledger.path)) }
    let count = try Database(ledger.path + ".vault", .readOnly, timeout: 0)
      .integer("SELECT count(*) FROM person_key")
    #expect(count == 0)
  }

  @Test func `a rollback keeps the keys of earlier batches`() throws {
    let vault = try Vault(beside: ledger.path)
    let sealed = try seal(vault)
    try vault.commit()
    _ = try vault.seal([1], field: "reason", of: candidate("P-0008"), in: event)
    vault.rollback()
    #expect(try seal(vault) == sealed)
  }

  @Test func `a commit or rollback without a batch does nothing`() throws {
    let bytes = try ledger.bytes(".vault")
    let vault = try Vault(beside: ledger.path)
    try vault.commit()
    vault.rollback()
    try vault.commit()
    #expect(try ledger.bytes(".vault") == bytes)
    let sealed = try seal(vault)
    try vault.commit()
    #expect(
      try Vault(beside: ledger.path).open(sealed, field: "reason", of: person, in: event) == [
        1, 2, 3,
      ])
  }

  @Test func `while one batch makes keys, another fails as busy`() throws {
    let first = try Vault(beside: ledger.path)
    let second = try Vault(beside: ledger.path, timeout: 0)
    let sealed = try seal(first)
    #expect(throws: VaultFailure.busy(seconds: 0)) { try seal(second) }
    try first.commit()
    #expect(try seal(second) == sealed)
    try second.commit()
  }

  @Test func `a commit held up by a reader may be tried again`() throws {
    let vault = try Vault(beside: ledger.path, timeout: 0)
    let sealed = try seal(vault)
    let reader = try Database(ledger.path + ".vault", .readOnly, timeout: 0)
    try reader.begin(.reading)
    _ = try reader.integer("SELECT count(*) FROM person_key")
    #expect(throws: VaultFailure.busy(seconds: 0)) { try vault.commit() }
    try reader.commit()
    try vault.commit()
    #expect(try seal(try Vault(beside: ledger.path)) == sealed)
  }

  @Test func `a batch whose transaction broke cannot be committed`() throws {
    let vault = try Vault(beside: ledger.path)
    try Database(ledger.path + ".vault", .readWrite, timeout: 0).execute(
      """
      CREATE TRIGGER full BEFORE INSERT ON person_key WHEN NEW.person = 'candidate:P-0008'
      BEGIN SELECT RAISE(ROLLBACK, 'no'); END
      """)
    _ = try seal(vault)
    #expect(throws: VaultFailure.self) {
      try vault.seal([1], field: "reason", of: candidate("P-0008"), in: event)
    }
    #expect(throws: VaultFailure.self) { try vault.commit() }
    vault.rollback()
    let sealed = try seal(vault)
    try vault.commit()
    #expect(try seal(try Vault(beside: ledger.path)) == sealed)
  }

  @Test(.timeLimit(.minutes(10))) func `vaults racing for the same persons end with one key each`()
    async throws
  {
    let path = ledger.path
    let seals = try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask { @concurrent in
          let vault = try Vault(beside: path, timeout: 60)
          var seals: [Sealed] = []
          for number in 0..<20 {
            seals.append(
              try vault.seal([9], field: "reason", of: candidate("P-\(number)"), in: event))
            try vault.commit()
          }
          return seals
        }
      }
      return try await group.reduce(into: Set<[Sealed]>()) { $0.insert($1) }
    }
    #expect(seals.count == 1, "every vault sealed to the same bytes")
  }

  @Test(.timeLimit(.minutes(10)))
  func `a vault that waited for another's batch takes over its keys`() async throws {
    let first = try Vault(beside: ledger.path)
    let second = try Vault(beside: ledger.path, timeout: 60)
    let sealed = try seal(first)
    let (starts, start) = AsyncStream.makeStream(of: Void.self)
    let waiting = Task.detached { [person] in
      start.finish()
      return try second.seal([1, 2, 3], field: "reason", of: person, in: event)
    }
    for await _ in starts {}
    // Meanwhile the other one has found no key and waits for the lock.
    for number in 0..<1000 {
      _ = try first.seal([1], field: "reason", of: candidate("P-1\(number)"), in: event)
    }
    try first.commit()
    #expect(try await waiting.value == sealed)
  }

  @Test(.timeLimit(.minutes(10))) func `threads share one vault`() async throws {
    let vault = try Vault(beside: ledger.path)
    let seals = try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask { @concurrent in
          try (0..<50).map {
            try vault.seal([9], field: "reason", of: candidate("P-\($0)"), in: event)
          }
        }
      }
      return try await group.reduce(into: Set<[Sealed]>()) { $0.insert($1) }
    }
    #expect(seals.count == 1)
    try vault.commit()
  }

  @Test func `a key destroyed by another process no longer opens anything here`() throws {
    let vault = try Vault(beside: ledger.path)
    let sealed = try seal(vault)
    try vault.commit()
    #expect(try vault.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
    try Database(ledger.path + ".vault", .readWrite, timeout: 0)
      .execute("DELETE FROM person_key")
    #expect(throws: VaultFailure.keyGone) {
      try vault.open(sealed, field: "reason", of: person, in: event)
    }
    #expect(try seal(vault).key != sealed.key, "a row that is simply missing is no tombstone")
  }
}
