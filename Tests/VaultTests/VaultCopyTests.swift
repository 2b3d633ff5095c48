import Events
import Glibc
import TestSupport
import Testing
import Vault

@Suite struct VaultCopyTests {
  private let ledger: TemporaryLedger
  private let event = EventID(high: 0x0197_0000_0000_7000, low: 0x8000_0000_0000_0001)

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
  }

  private var copy: String { ledger.folder + "/copy" }

  private func seal(_ person: Person, by vault: Vault) throws -> Sealed {
    try vault.seal(FreeText("x"), field: "reason", of: person, in: event)
  }

  @Test func `a copy opens what was sealed before it, under the same master key`() throws {
    let person = Person.candidate(try CandidateID("P-1"))
    let vault = try Vault(beside: ledger.path)
    let sealed = try seal(person, by: vault)
    try vault.commit()
    let later = try seal(.candidate(CandidateID("P-2")), by: vault)
    vault.rollback()
    #expect(
      try Vault.copy(beside: ledger.path, to: copy + ".vault", masterTo: copy + ".master"))
    #expect(ledger.files.filter { $0.hasPrefix("copy") } == ["copy.master", "copy.vault"])
    let copied = try Vault(beside: copy)
    #expect(try copied.openText(sealed, field: "reason", of: person, in: event) == FreeText("x"))
    #expect(throws: VaultFailure.keyGone) { try copied.person(holding: later.key) }
  }

  @Test func `a copy needs no master key, and is its owner's alone`() throws {
    unlink(ledger.path + ".master")
    #expect(try !Vault.copy(beside: ledger.path, to: copy + ".vault"), "it cannot be tried")
    var status = stat()
    #expect(stat(copy + ".vault", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(throws: VaultFailure.masterKeyMissing) {
      try Vault.copy(beside: ledger.path, to: copy + "2.vault", masterTo: copy + ".master")
    }
    #expect(ledger.files.filter { $0.hasPrefix("copy") } == ["copy.vault"])
  }

  @Test func `another vault's master key is no more than none`() throws {
    let other = try TemporaryLedger()
    try Vault.create(beside: other.path)
    try ledger.write(try other.bytes(".master"), ".master")
    #expect(try !Vault.copy(beside: ledger.path, to: copy + ".vault"))
    #expect(throws: VaultFailure.wrongMasterKey) {
      try Vault.copy(beside: ledger.path, to: copy + "2.vault", masterTo: copy + ".master")
    }
  }

  @Test func `after a rotation that was cut short the copied key opens the copied vault`() throws {
    let vault = try Vault(beside: ledger.path)
    let person = Person.candidate(try CandidateID("P-1"))
    let sealed = try seal(person, by: vault)
    try vault.commit()
    let old = try ledger.bytes(".master")
    try vault.rotate()
    // As a rotation killed between its commit and its renaming leaves it.
    rename(ledger.path + ".master", ledger.path + ".master.new")
    try ledger.write(old, ".master")
    chmod(ledger.path + ".master", 0o600)
    #expect(
      try Vault.copy(beside: ledger.path, to: copy + ".vault", masterTo: copy + ".master"))
    let copied = try Vault(beside: copy)
    #expect(try copied.openText(sealed, field: "reason", of: person, in: event) == FreeText("x"))
    #expect(ledger.files.contains { $0.hasSuffix(".master.new") } == false)
  }

  @Test func `while another process writes to the vault, neither file is copied`() throws {
    let vault = try Vault(beside: ledger.path)
    _ = try seal(.candidate(CandidateID("P-1")), by: vault)
    #expect(throws: VaultFailure.busy(seconds: 0)) {
      try Vault.copy(
        beside: ledger.path, to: copy + ".vault", masterTo: copy + ".master", timeout: 0)
    }
    #expect(ledger.files.filter { $0.hasPrefix("copy") }.isEmpty)
  }

  @Test func `a copy never goes over a file, and is of a vault`() throws {
    try ledger.write([1], ".taken")
    #expect(throws: VaultFailure.alreadyThere) {
      try Vault.copy(beside: ledger.path, to: ledger.path + ".taken")
    }
    #expect(throws: VaultFailure.alreadyThere) {
      try Vault.copy(
        beside: ledger.path, to: copy + ".vault", masterTo: ledger.path + ".taken")
    }
    #expect(try ledger.bytes(".taken") == [1])
    #expect(throws: VaultFailure.missing) {
      try Vault.copy(beside: ledger.folder + "/none", to: copy)
    }
    #expect(throws: VaultFailure.self) {
      try Vault.copy(beside: ledger.path, to: ledger.folder + "/none/copy")
    }
  }
}
