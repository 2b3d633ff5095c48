import Events
import TestSupport
import Testing
import Vault

@Suite struct SealingTests {
  let ledger: TemporaryLedger
  let vault: Vault
  let person: Person
  let text = Array("a failed eyesight test".utf8)

  init() throws {
    ledger = try TemporaryLedger()
    try Vault.create(beside: ledger.path)
    vault = try Vault(beside: ledger.path)
    person = try candidate("P-0007")
  }

  @Test func `a person has one text form, read and written`() throws {
    #expect(person.description == "candidate:P-0007")
    let member = Person.member(try MemberID("M-PRES"))
    #expect(member.description == "member:M-PRES")
    #expect(Person("member:M-PRES") == member)
    for text in ["member", "member:", "jury:J-1", "candidate:P:7", ":P", ""] {
      #expect(Person(text) == nil)
    }
  }

  @Test func `what is sealed opens, empty or long`() throws {
    for count in [0, 1, 15, 16, 8000] {
      let text = [UInt8](repeating: 0xe9, count: count)
      let sealed = try vault.seal(text, field: "reason", of: person, in: event)
      #expect(try vault.open(sealed, field: "reason", of: person, in: event) == text)
    }
  }

  @Test func `the same fact under the same id seals to the same bytes`() throws {
    let sealed = try vault.seal(text, field: "reason", of: person, in: event)
    #expect(try vault.seal(text, field: "reason", of: person, in: event) == sealed)
    try vault.commit()
    let reopened = try Vault(beside: ledger.path)
    #expect(try reopened.seal(text, field: "reason", of: person, in: event) == sealed)
  }

  @Test func `another event, field, person or text seals to other bytes`() throws {
    let other = Person.member(try MemberID("P-0007"))
    let seals = [
      try vault.seal(text, field: "reason", of: person, in: event),
      try vault.seal(text, field: "reason", of: person, in: otherEvent),
      try vault.seal(text, field: "grounds", of: person, in: event),
      try vault.seal(text, field: "reason", of: other, in: event),
      try vault.seal(text + [1], field: "reason", of: person, in: event),
    ]
    #expect(Set(seals.map(\.nonce)).count == 5)
    #expect(Set(seals.map { String($0.text.prefix(20)) }).count == 5)
    #expect(Set(seals.map(\.key)).count == 2, "a key each for two persons")
  }

  @Test func `a text moved to another event, field or person does not open`() throws {
    let sealed = try vault.seal(text, field: "reason", of: person, in: event)
    let other = try candidate("P-0008")
    _ = try vault.seal(text, field: "reason", of: other, in: event)
    #expect(throws: VaultFailure.notAuthentic) {
      try vault.open(sealed, field: "reason", of: person, in: otherEvent)
    }
    #expect(throws: VaultFailure.notAuthentic) {
      try vault.open(sealed, field: "grounds", of: person, in: event)
    }
    #expect(throws: VaultFailure.notAuthentic) {
      try vault.open(sealed, field: "reason", of: other, in: event)
    }
  }

  @Test func `an altered text or nonce does not open`() throws {
    let sealed = try vault.seal(text, field: "reason", of: person, in: event)
    func altered(_ text: String) -> String { (text.hasPrefix("A") ? "B" : "A") + text.dropFirst() }
    for wrong in [
      try Sealed(key: sealed.key, nonce: sealed.nonce, text: altered(sealed.text)),
      try Sealed(key: sealed.key, nonce: altered(sealed.nonce), text: sealed.text),
    ] {
      #expect(throws: VaultFailure.notAuthentic) {
        try vault.open(wrong, field: "reason", of: person, in: event)
      }
    }
  }

  @Test func `a key that the vault does not hold is gone`() throws {
    let sealed = try vault.seal(text, field: "reason", of: person, in: event)
    let gone = try KeyID("k-000000000000000000000000")
    let foreign = try Sealed(key: gone, nonce: sealed.nonce, text: sealed.text)
    #expect(throws: VaultFailure.keyGone) {
      try vault.open(foreign, field: "reason", of: person, in: event)
    }
    #expect(throws: VaultFailure.keyGone) { try vault.person(holding: gone) }
    #expect(try vault.person(holding: sealed.key) == person)
    #expect(sealed.key.text.count == 26)
  }

  @Test func `a free text and an identity come back as they were`() throws {
    let free = try FreeText("Ÿ — « é »")
    let sealedText = try vault.seal(free, field: "reason", of: person, in: event)
    #expect(try vault.openText(sealedText, field: "reason", of: person, in: event) == free)
    let identity = Identity(
      birthName: try FreeText("Müller"), firstNames: try NonEmpty([try FreeText("Zoé")]),
      birthDate: try BirthDate("1990-02"), sex: .female,
      birthPlace: BirthPlace(code: .insee(try FreeText("13055"))))
    let sealed = try vault.seal(identity, field: "identity", of: person, in: event)
    #expect(try vault.openIdentity(sealed, field: "identity", of: person, in: event) == identity)
    let failure = #expect(throws: VaultFailure.self) {
      try vault.openIdentity(sealedText, field: "reason", of: person, in: event)
    }
    guard case .unreadable = failure else {
      Issue.record("another failure")
      return
    }
  }

  @Test func `a fingerprint is the person's, the field's and the text's own`() throws {
    let code = try vault.fingerprint(of: text, field: "reason", person: person)
    #expect(code.count == 32)
    #expect(try vault.fingerprint(of: text, field: "reason", person: person) == code)
    #expect(try vault.fingerprint(of: text, field: "grounds", person: person) != code)
    #expect(try vault.fingerprint(of: text + [0], field: "reason", person: person) != code)
    #expect(
      try vault.fingerprint(of: text, field: "reason", person: candidate("P-0008")) != code)
  }
}
