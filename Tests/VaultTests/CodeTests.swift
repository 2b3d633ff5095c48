import TestSupport
import Testing
import Vault

@Suite struct CodeTests {
  let ledger: TemporaryLedger
  let vault: Vault
  let content = Array("rousseau\u{0}stephanie\u{0}1975-06-23".utf8)

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
    vault = try Vault(beside: ledger.path)
  }

  @Test func `equal contents have one code, in every program that opens the vault`() throws {
    let code = try vault.code(of: content, for: "ids")
    #expect(code.count == 32)
    #expect(try vault.code(of: content, for: "ids") == code)
    #expect(try Vault(beside: ledger.path).code(of: content, for: "ids") == code)
  }

  @Test func `another content, another purpose and another vault have other codes`() throws {
    let other = try TemporaryLedger()
    try Vault.create(beside: other.path)
    let codes = [
      try vault.code(of: content, for: "ids"), try vault.code(of: content, for: "juries"),
      try vault.code(of: content + [0], for: "ids"), try vault.code(of: [], for: "ids"),
      try vault.code(of: [], for: ""), try Vault(beside: other.path).code(of: content, for: "ids"),
    ]
    #expect(Set(codes).count == codes.count)
  }

  @Test func `a code outlives the erasure of persons and changes with the master key`() throws {
    let elsewhere = try Vault(beside: ledger.path)
    let code = try vault.code(of: content, for: "ids")
    _ = try vault.seal([1], field: "reason", of: candidate("P-0007"), in: event)
    try vault.commit()
    #expect(try vault.code(of: content, for: "ids") == code)
    try vault.rotate()
    let rotated = try vault.code(of: content, for: "ids")
    #expect(rotated != code)
    #expect(try elsewhere.code(of: content, for: "ids") == rotated, "the new key is read again")
  }

  @Test func `a code is none of the bytes beside the ledger`() throws {
    let code = try vault.code(of: content, for: "ids")
    #expect(try !ledger.bytes(".vault").contains(code))
    #expect(try !ledger.bytes(".master").contains(code))
  }
}
