import Cryptography
import Glibc
import Testing
import Vault

@Suite struct OwnerOnlyFileTests {
  let ledger: TemporaryLedger
  let file: OwnerOnlyFile

  init() throws {
    ledger = try TemporaryLedger()
    file = OwnerOnlyFile(path: ledger.path + ".key")
  }

  private func secret(_ text: String) -> SecretBytes { SecretBytes(copying: Array(text.utf8)) }

  private func text() throws -> String? {
    try file.tail(atMost: 100).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private func mode() -> mode_t {
    var facts = stat()
    return stat(file.path, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  @Test func `a file is made whole, once, and leaves no draft`() throws {
    try file.createWhole(secret("one"))
    #expect(throws: VaultFailure.alreadyThere) { try file.createWhole(secret("two")) }
    #expect(throws: VaultFailure.alreadyThere) { try file.createByName(secret("two")) }
    #expect(try text() == "one")
    #expect(mode() == 0o600)
    #expect(!OwnerOnlyFile(path: "\(file.path).new-\(getpid())").exists)
    file.remove()
    try file.createByName(secret("by name"))
    #expect(try text() == "by name")
    #expect(mode() == 0o600)
    file.remove()
    try file.createWhole(secret("public"), mode: 0o644)
    #expect(mode() == 0o644)
    file.remove()
  }

  @Test func `a draft that was left is replaced by the next`() throws {
    let draft = OwnerOnlyFile(path: file.path + ".new")
    try draft.create(secret("left by a kill"))
    try file.replace(with: secret("new"))
    #expect(try text() == "new")
    #expect(!draft.exists)
    file.remove()
  }

  @Test func `a file's end is read, and whether that is all`() throws {
    #expect(try file.tail(atMost: 3) == nil)
    try file.createWhole(secret("abcdef"))
    let part = try #require(try file.tail(atMost: 3))
    #expect(part.bytes == Array("def".utf8) && !part.isWhole)
    let whole = try #require(try file.tail(atMost: 6))
    #expect(whole.bytes.count == 6 && whole.isWhole)
    file.remove()
  }

  @Test func `a lock is waited for so long and no longer`() throws {
    #expect(throws: VaultFailure.missing) { try file.locked(patience: 0) {} }
    try file.createWhole(secret("x"))
    let holder = open(file.path, O_RDONLY)
    #expect(flock(holder, LOCK_EX | LOCK_NB) == 0)
    #expect(throws: VaultFailure.busy(seconds: 0)) { try file.locked(patience: 0) {} }
    close(holder)
    #expect(try file.locked(patience: 0) { 7 } == 7)
    file.remove()
  }
}
