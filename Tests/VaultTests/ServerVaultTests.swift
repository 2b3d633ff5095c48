import Events
import Glibc
import PostgreSQL
import TestSupport
import Testing
import Vault

/// The keys of a vault on a server: made, shared, lost.
@Suite(.enabled(if: VaultServer.isNamed)) struct ServerVaultTests {
  let server: VaultServer
  let person: Person

  init() throws {
    server = try VaultServer()
    try Vault.create(at: server.place)
    person = try candidate("P-0007")
  }

  private func seal(_ vault: Vault) throws -> Sealed {
    try vault.seal([1, 2, 3], field: "reason", of: person, in: event)
  }

  private func opens(_ sealed: Sealed, by vault: Vault) throws {
    #expect(try vault.open(sealed, field: "reason", of: person, in: event) == [1, 2, 3])
  }

  private func trouble(_ body: () throws -> Void) -> VaultFailure.ServerTrouble? {
    guard case .server(let trouble, _) = #expect(throws: VaultFailure.self, performing: body)
    else { return nil }
    return trouble
  }

  // MARK: Making and opening

  @Test func `a new vault is a schema, and one file that its owner alone may read`() throws {
    #expect(server.ledger.files == ["centre.acquis.master"])
    #expect(server.ledger.permissions(".master") == 0o600)
    _ = try server.vault()
    #expect(try Vault.existing(at: server.place) == .vault)
    #expect(throws: VaultFailure.missing) { try Vault(beside: server.ledger.path) }
  }

  @Test func `a schema or a key that is there forbids a new vault, and stays as it is`() throws {
    let master = try server.ledger.bytes(".master")
    #expect(throws: VaultFailure.alreadyThere) { try Vault.create(at: server.place) }
    #expect(try server.ledger.bytes(".master") == master)
    unlink(server.ledger.path + ".master")
    #expect(throws: VaultFailure.alreadyThere) { try Vault.create(at: server.place) }
    #expect(server.ledger.files == [], "no key is left of it")
    #expect(throws: VaultFailure.masterKeyMissing) { try Vault.existing(at: server.place) }
    try server.ledger.write(master, ".master")
    _ = try server.vault()
    try server.run("DROP SCHEMA \(server.schema) CASCADE")
    #expect(throws: VaultFailure.alreadyThere) { try Vault.create(at: server.place) }
    #expect(try Vault.existing(at: server.place) == .masterKey)
    unlink(server.ledger.path + ".master")
    #expect(try Vault.existing(at: server.place) == .nothing)
  }

  @Test func `of two that make one vault at once, one fails, and the other's opens`() async throws {
    let server = try VaultServer()
    let other = try TemporaryLedger()
    let places = [
      server.place, VaultPlace(files: other.path, server: server.place.server),
    ]
    let made = try await withThrowingTaskGroup(of: VaultPlace?.self) { group in
      for place in places {
        group.addTask { @concurrent in
          do throws(VaultFailure) {
            try Vault.create(at: place)
            return place
          } catch {
            guard error == .alreadyThere else { throw error }
            return nil
          }
        }
      }
      var made: [VaultPlace] = []
      for try await place in group { if let place { made.append(place) } }
      return made
    }
    #expect(made.count == 1)
    _ = try Vault(at: try #require(made.first))
    #expect(server.ledger.files.count + other.files.count == 1, "one master key")
  }

  @Test func `a vault that was just made is removed with its key, another one is not`() throws {
    let master = try server.ledger.bytes(".master")
    try server.ledger.write(String(repeating: "5", count: 64) + "\n", ".master")
    #expect(throws: VaultFailure.wrongMasterKey) { try Vault.removeCreated(at: server.place) }
    try server.ledger.write(master, ".master")
    _ = try server.vault()
    try Vault.removeCreated(at: server.place)
    #expect(server.ledger.files == [])
    #expect(try Vault.existing(at: server.place) == .nothing)
  }

  @Test func `what is no vault, or a newer one, or another's, is refused by its name`() throws {
    try server.run("COMMENT ON SCHEMA \(server.schema) IS 'acquis vault 2'")
    #expect(throws: VaultFailure.newerFormat(found: 2, known: 1)) { try server.vault() }
    try server.run("COMMENT ON SCHEMA \(server.schema) IS 'acquis log 1'")
    #expect(throws: VaultFailure.notAVault) { try server.vault() }
    try server.run("COMMENT ON SCHEMA \(server.schema) IS NULL")
    #expect(throws: VaultFailure.notAVault) { try server.vault() }
    try server.run("DROP SCHEMA \(server.schema) CASCADE")
    #expect(throws: VaultFailure.missing) { try server.vault() }
  }

  @Test func `a schema that other roles may use is refused`() throws {
    try server.run("GRANT USAGE ON SCHEMA \(server.schema) TO PUBLIC")
    #expect(trouble { _ = try server.vault() } == .openToOthers)
    try server.run("REVOKE ALL ON SCHEMA \(server.schema) FROM PUBLIC")
    _ = try server.vault()
  }

  @Test func `another vault's master key is refused, and a missing one is another failure`() throws
  {
    try server.ledger.write(String(repeating: "5", count: 64) + "\n", ".master")
    #expect(throws: VaultFailure.wrongMasterKey) { try server.vault() }
    unlink(server.ledger.path + ".master")
    #expect(throws: VaultFailure.masterKeyMissing) { try server.vault() }
  }

  // MARK: Batches

  @Test func `a committed key opens its texts after a reopening, a discarded one nothing`() throws {
    let vault = try server.vault()
    let sealed = try seal(vault)
    try vault.commit()
    try opens(sealed, by: server.vault())
    let other = try vault.seal([1], field: "reason", of: candidate("P-0008"), in: event)
    vault.rollback()
    #expect(throws: VaultFailure.keyGone) {
      try vault.open(other, field: "reason", of: candidate("P-0008"), in: event)
    }
    #expect(try seal(vault) == sealed)
    do { _ = try server.vault().seal([1], field: "f", of: candidate("P-0009"), in: event) }
    #expect(try server.integer("SELECT count(*) FROM person_key") == 1)
  }

  @Test func `while one batch makes keys, another fails as busy and then takes them over`() throws {
    let (first, second) = (try server.vault(), try server.vault(timeout: 0))
    let sealed = try seal(first)
    #expect(throws: VaultFailure.busy(seconds: 0)) { try seal(second) }
    #expect(throws: VaultFailure.busy(seconds: 0)) {
      try second.keep(Comparison(through: 1, leaf: []), [])
    }
    try first.commit()
    #expect(try seal(second) == sealed)
    try second.commit()
  }

  @Test(.timeLimit(.minutes(10))) func `vaults racing for the same persons end with one key each`()
    async throws
  {
    let place = server.place
    let seals = try await withThrowingTaskGroup { group in
      for _ in 0..<4 {
        group.addTask { @concurrent in
          let vault = try Vault(at: place, timeout: 60)
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

  @Test func `a batch whose transaction broke cannot be committed`() throws {
    let vault = try server.vault()
    try server.run(
      "ALTER TABLE person_key ADD CONSTRAINT no CHECK (person <> 'candidate:P-0008')")
    _ = try seal(vault)
    #expect(
      trouble { _ = try vault.seal([1], field: "f", of: candidate("P-0008"), in: event) }
        == .refused)
    #expect(throws: VaultFailure.self) { try vault.commit() }
    vault.rollback()
    #expect(try server.integer("SELECT count(*) FROM person_key") == 0)
    let sealed = try seal(vault)
    try vault.commit()
    try opens(sealed, by: server.vault())
  }

  @Test func `a batch in which a reading failed is not taken for committed`() throws {
    let vault = try server.vault()
    _ = try seal(vault)
    try server.run("ALTER TABLE comparison RENAME TO other")
    #expect(throws: VaultFailure.missing) { try vault.comparison() }
    #expect(throws: VaultFailure.self) { try vault.commit() }
    vault.rollback()
    #expect(try server.integer("SELECT count(*) FROM person_key") == 0)
  }

  // MARK: The connection

  @Test func `a lost connection loses its batch, and is named; a vault opened again goes on`()
    throws
  {
    let vault = try server.vault()
    let sealed = try seal(vault)
    try vault.commit()
    _ = try vault.seal([1], field: "reason", of: candidate("P-0008"), in: event)
    try server.run(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
        + "WHERE application_name = '\(server.name)'")
    #expect(trouble { try vault.commit() } == .unreachable)
    vault.rollback()
    #expect(trouble { _ = try seal(vault) } == .unreachable)
    let again = try server.vault()
    try opens(sealed, by: again)
    #expect(try server.integer("SELECT count(*) FROM person_key") == 1)
  }

  @Test func `a server that is not there is named`() throws {
    let place = VaultPlace(
      files: server.ledger.path,
      server: try PostgresAddress("postgres://nobody@127.0.0.1:1/none?ledger=none"))
    #expect(trouble { _ = try Vault(at: place) } == .unreachable)
    #expect(trouble { _ = try Vault.existing(at: place) } == .unreachable)
    unlink(server.ledger.path + ".master")
    #expect(trouble { try Vault.create(at: place) } == .unreachable)
    #expect(server.ledger.files == [])
  }

  // MARK: What goes with the keys

  @Test func `a vault bound to a ledger is refused to another`() throws {
    let vault = try server.vault()
    try vault.check(ledger: [1], bindsIfUnbound: false)
    try vault.check(ledger: [2], bindsIfUnbound: true)
    #expect(throws: VaultFailure.anotherLedgers) {
      try server.vault().check(ledger: [1], bindsIfUnbound: true)
    }
    try server.vault().check(ledger: [2], bindsIfUnbound: false)
  }

  @Test func `the register names every copy, the oldest first, without a master key`() throws {
    rename(server.ledger.path + ".master", server.ledger.path + ".aside")
    for (day, place) in [("02", "/media/b"), ("01", "/media/a é")] {
      try Vault.registerBackup(
        of: server.place, at: Instant("2026-03-\(day)T09:00:00.000000Z"), place: place,
        fingerprint: "5f")
    }
    rename(server.ledger.path + ".aside", server.ledger.path + ".master")
    #expect(try server.vault().backups().map(\.place) == ["/media/a é", "/media/b"])
  }

  @Test func `a comparison and its mismatches are kept`() throws {
    let vault = try server.vault()
    #expect(try vault.comparison() == nil)
    let key = try KeyID("k-elsewhere")
    for through in [Int64(7), 9] {
      let comparison = Comparison(through: through, leaf: Array(repeating: 3, count: 32))
      try vault.keep(comparison, [.key(key, of: nil), .key(key, of: nil), .erasure(of: person)])
      #expect(try server.vault().comparison() == comparison)
    }
    #expect(Set(try vault.mismatches()) == [.key(key, of: nil), .erasure(of: person)])
  }
}
