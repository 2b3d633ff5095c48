import Events
import Glibc
import SQLite
import TestSupport
import Testing
import Vault

@Suite struct VaultFileTests {
  let ledger: TemporaryLedger

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
  }

  @Test func `a new vault is two files that their owner alone may read`() throws {
    #expect(ledger.files == ["centre.acquis.master", "centre.acquis.vault"])
    #expect(ledger.permissions(".master") == 0o600)
    #expect(ledger.permissions(".vault") == 0o600)
    #expect(try ledger.bytes(".master").count == 65)
    _ = try Vault(beside: ledger.path)
  }

  @Test(arguments: [".vault", ".master"])
  func `either file forbids a new vault and stays as it is`(suffix: String) throws {
    let bytes = try ledger.bytes(suffix)
    unlink(ledger.path + (suffix == ".vault" ? ".master" : ".vault"))
    #expect(throws: VaultFailure.alreadyThere) { try Vault.create(beside: ledger.path) }
    #expect(ledger.files == ["centre.acquis" + suffix])
    #expect(try ledger.bytes(suffix) == bytes)
  }

  @Test func `a vault cannot be made where there is no folder`() {
    #expect(throws: VaultFailure.system(code: 2, "No such file or directory")) {
      try Vault.create(beside: ledger.folder + "/none/centre.acquis")
    }
  }

  @Test func `a rollback journal of another vault, or of another state, is not played back`() throws
  {
    let vault = try ledger.bytes(".vault")
    func journal(count: UInt32) -> [UInt8] {
      func word(_ value: UInt32) -> [UInt8] {
        (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
      }
      var page = Array(vault.prefix(4_096))
      page.replaceSubrange(24..<28, with: word(count))
      let header: [UInt8] =
        [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7] + word(1) + word(7)
        + word(UInt32(vault.count / 4_096)) + word(512) + word(4_096)
      return header + [UInt8](repeating: 0, count: 512 - header.count) + word(1) + page + word(0)
    }
    let count = vault[24..<28].reduce(0) { $0 << 8 | UInt32($1) }
    #expect(count >= 1_000, "it begins at a random number")
    for other in [count &- 2, count &+ 1, 1] {
      try ledger.write(journal(count: other), ".vault-journal")
      #expect(throws: VaultFailure.foreignJournal) { try Vault(beside: ledger.path) }
      #expect(try ledger.bytes(".vault") == vault)
      #expect(try ledger.bytes(".vault-journal") == journal(count: other))
    }
    try ledger.write(journal(count: count), ".vault-journal")
    _ = try Vault(beside: ledger.path)
  }

  @Test func `a rotation leaves no key behind a link`() throws {
    rename(ledger.path + ".master", ledger.path + ".elsewhere")
    symlink(ledger.path + ".elsewhere", ledger.path + ".master")
    let vault = try Vault(beside: ledger.path)
    #expect(throws: VaultFailure.masterKeyLinked) { try vault.rotate() }
    unlink(ledger.path + ".master")
    link(ledger.path + ".elsewhere", ledger.path + ".master")
    #expect(throws: VaultFailure.masterKeyLinked) { try vault.rotate() }
  }

  @Test func `files beside a ledger to be made are used or refused, never replaced`() throws {
    #expect(try Vault.existingFiles(beside: ledger.path) == .vault)
    #expect(try Vault.existingFiles(beside: ledger.folder + "/other") == .nothing)
    let master = try ledger.bytes(".master")
    rename(ledger.path + ".vault", ledger.path + ".aside")
    #expect(try Vault.existingFiles(beside: ledger.path) == .masterKey)
    rename(ledger.path + ".master", ledger.path + ".master.new")
    #expect(throws: VaultFailure.alreadyThere) { try Vault.existingFiles(beside: ledger.path) }
    rename(ledger.path + ".aside", ledger.path + ".vault")
    #expect(try Vault.existingFiles(beside: ledger.path) == .vault, "a rotation that was cut short")
    rename(ledger.path + ".master.new", ledger.path + ".other")
    #expect(throws: VaultFailure.masterKeyMissing) { try Vault.existingFiles(beside: ledger.path) }
    try ledger.write([], ".vault")
    #expect(throws: VaultFailure.self) { try Vault.existingFiles(beside: ledger.path) }
    unlink(ledger.path + ".vault")
    try ledger.write([1], ".master")
    chmod(ledger.path + ".master", 0o600)
    #expect(throws: VaultFailure.notAMasterKey) { try Vault.existingFiles(beside: ledger.path) }
    #expect(try ledger.bytes(".other") == master)
  }

  @Test func `a vault made under a master key that is kept opens with that key`() throws {
    let other = ledger.folder + "/new"
    try Vault.create(beside: other, underMasterKeyBeside: ledger.path)
    let person = try candidate("P-0007")
    let vault = try Vault(beside: other)
    let sealed = try vault.seal([1], field: "name", of: person, in: event)
    try vault.commit()
    unlink(other + ".master")
    rename(other + ".vault", ledger.path + ".vault")
    let moved = try Vault(beside: ledger.path)
    #expect(try moved.open(sealed, field: "name", of: person, in: event) == [1])
  }

  @Test func `a missing vault and a missing master key are different failures`() throws {
    unlink(ledger.path + ".master")
    #expect(throws: VaultFailure.masterKeyMissing) { try Vault(beside: ledger.path) }
    unlink(ledger.path + ".vault")
    #expect(throws: VaultFailure.missing) { try Vault(beside: ledger.path) }
  }

  @Test func `another vault's master key is refused`() throws {
    let other = try TemporaryLedger()
    try Vault.create(beside: other.path)
    try ledger.write(try other.bytes(".master"), ".master")
    #expect(throws: VaultFailure.wrongMasterKey) { try Vault(beside: ledger.path) }
  }

  @Test(arguments: ["", "abc\n", String(repeating: "g", count: 64) + "\n"])
  func `a text that is no master key is refused`(text: String) throws {
    try ledger.write(Array(text.utf8), ".master")
    #expect(throws: VaultFailure.notAMasterKey) { try Vault(beside: ledger.path) }
  }

  @Test(arguments: [mode_t(0o644), 0o640, 0o604, 0o620])
  func `files open to others are refused`(mode: mode_t) throws {
    chmod(ledger.path + ".master", mode)
    #expect(throws: VaultFailure.openToOthers(.master)) { try Vault(beside: ledger.path) }
    chmod(ledger.path + ".vault", mode)
    #expect(throws: VaultFailure.openToOthers(.vault)) { try Vault(beside: ledger.path) }
  }

  @Test func `a file that is no vault is refused`() throws {
    try ledger.write([UInt8](repeating: 0x41, count: 4096), ".vault")
    #expect(throws: VaultFailure.notAVault) { try Vault(beside: ledger.path) }
    try ledger.write([], ".vault")
    #expect(throws: VaultFailure.notAVault) { try Vault(beside: ledger.path) }
  }

  @Test func `a newer format is refused by its number`() throws {
    try Database(ledger.path + ".vault", .readWrite, timeout: 0)
      .execute("PRAGMA user_version = 5")
    #expect(throws: VaultFailure.newerFormat(found: 5, known: 4)) {
      try Vault(beside: ledger.path)
    }
  }

  @Test func `an altered wrapped key is damage`() throws {
    let person = try candidate("P-0007")
    let vault = try Vault(beside: ledger.path)
    _ = try vault.seal([1], field: "name", of: person, in: event)
    try vault.commit()
    try Database(ledger.path + ".vault", .readWrite, timeout: 0)
      .execute("UPDATE person_key SET wrapped = zeroblob(80)")
    let failure = #expect(throws: VaultFailure.self) {
      try vault.seal([1], field: "name", of: person, in: event)
    }
    guard case .altered = failure else {
      Issue.record("another failure")
      return
    }
  }

  @Test func `neither a key nor a text is in the vault in clear`() throws {
    let person = try candidate("P-0007")
    let vault = try Vault(beside: ledger.path)
    let text = "Zénaïde Müller-Dupont, née le 29 février"
    let sealed = try vault.seal(try FreeText(text), field: "name", of: person, in: event)
    let code = try vault.fingerprint(of: Array(text.utf8), field: "name", person: person)
    try vault.commit()
    let bytes = try ledger.bytes(".vault")
    let master = Array(try ledger.bytes(".master").dropLast())
    let digits = String(decoding: master, as: UTF8.self).compactMap(\.hexDigitValue)
    let key = stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    #expect(bytes.contains(Array(sealed.key.text.utf8)), "what is sought can be found")
    for secret in [master, key, Array("Zénaïde".utf8), Array("février".utf8), code] {
      #expect(!bytes.contains(secret))
    }
    #expect(ledger.files == ["centre.acquis.master", "centre.acquis.vault"], "no journal is left")
  }
}
