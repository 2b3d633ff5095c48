import Events
import Glibc
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
    // The second key is not durable yet: no event was appended under it.
    try Vault.copy(beside: ledger.path, to: copy + ".vault")
    try vault.commit()
    #expect(ledger.files.filter { $0.hasPrefix("copy") } == ["copy.vault"])
    try Vault.copyMasterKey(beside: ledger.path, to: copy + ".master")
    let copied = try Vault(beside: copy)
    #expect(try copied.openText(sealed, field: "reason", of: person, in: event) == FreeText("x"))
    #expect(throws: VaultFailure.keyGone) { try copied.person(holding: later.key) }
  }

  @Test func `a copy needs no master key, and is its owner's alone`() throws {
    unlink(ledger.path + ".master")
    try Vault.copy(beside: ledger.path, to: copy + ".vault")
    var status = stat()
    #expect(stat(copy + ".vault", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    #expect(throws: VaultFailure.masterKeyMissing) {
      try Vault.copyMasterKey(beside: ledger.path, to: copy + ".master")
    }
  }

  @Test func `a copy never goes over a file, and is of a vault`() throws {
    try ledger.write([1], ".taken")
    #expect(throws: VaultFailure.alreadyThere) {
      try Vault.copy(beside: ledger.path, to: ledger.path + ".taken")
    }
    #expect(throws: VaultFailure.alreadyThere) {
      try Vault.copyMasterKey(beside: ledger.path, to: ledger.path + ".taken")
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
