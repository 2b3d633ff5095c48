import AcquisLedger
import Cryptography
import Events
import Testing
import TransparencyLog

@testable import Documents

@Suite struct OpenBadgeCredentialTests {
  private let id: EventID
  private let checkpoint: Checkpoint

  init() throws {
    id = try EventID("0190b2c4-0000-7000-8000-000000000001")
    checkpoint = try Checkpoint(
      origin: "acquis/0011223344556677", size: 42, root: SHA256().digest(of: [1]))
  }

  private func key(_ seed: UInt8 = 7) throws -> Ed25519PrivateKey {
    try Ed25519PrivateKey(seed: SecretBytes(copying: Array(repeating: seed, count: 32)))
  }

  private func credential(
    by key: borrowing Ed25519PrivateKey,
    holder: CredentialHolder = CredentialHolder(named: "Zoé D"),
    lastDay: CalendarDate? = nil
  ) throws -> OpenBadgeCredential {
    let block = Block(
      code: try BlockCode("RNCP1BC01"), title: try FreeText("Accueillir"),
      content: .competencies(
        try NonEmpty([
          Competency(code: try CompetencyCode("RNCP1BC01-C01"), label: try FreeText("Écouter"))
        ])))
    return OpenBadgeCredential(
      id: id,
      issuer: OpenBadgeCredential.Issuer(
        key: DIDKey(key.publicKey), name: "AFPOLS", siret: try SIRET("78428103800034")),
      holder: holder,
      achievement: CredentialAchievement(
        block, title: try FreeText("Réceptionniste"), certification: try CertificationCode("RNCP1"),
        entry: id, isRecognised: false),
      evidence: CredentialEvidence(position: Position(31), checkpoint: checkpoint),
      day: try CalendarDate(2021, 6, 18), lastDay: lastDay)
  }

  private func presented(_ text: String) throws -> PresentedCredential {
    let all = try PresentedCredential.all(in: Array(text.utf8))
    #expect(all.count == 1)
    return all[0]
  }

  private func keys(_ publicKeys: Ed25519PublicKey...) throws -> VerifierKeys {
    VerifierKeys(
      try publicKeys.enumerated().map { index, key in
        try VerifierKey(name: #require(KeyName("acquis/\(index)")), publicKey: key)
      })
  }

  @Test func `a credential has what Open Badges asks of one`() throws {
    let json = try credential(by: key()).json
    guard case .list(let context)? = json["@context"] else { throw CredentialDefect.notACredential }
    #expect(context[0].text == "https://www.w3.org/ns/credentials/v2")
    #expect(context[1].text == "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
    #expect(json["id"]?.text == "urn:uuid:0190b2c4-0000-7000-8000-000000000001")
    #expect(json["type"] == ["VerifiableCredential", "OpenBadgeCredential"])
    #expect(json["validFrom"]?.text == "2021-06-18T00:00:00+02:00")
    #expect(json["validUntil"] == nil)
    let achievement = json["credentialSubject"]?["achievement"]
    #expect(achievement?["type"] == ["Achievement"])
    #expect(achievement?["achievementType"]?.text == "Competency")
    #expect(achievement?["id"]?.text == "urn:uuid:\(id)#RNCP1BC01")
    for member in ["name", "description"] { #expect(achievement?[member]?.text != nil) }
    #expect(achievement?["criteria"]?["narrative"]?.text?.contains("Écouter") == true)
    guard case .list(let evidence)? = json["evidence"] else {
      throw CredentialDefect.notACredential
    }
    #expect(evidence.first?["origin"]?.text == checkpoint.origin)
    #expect(evidence.first?["position"] == 31)
    #expect(evidence.first?["size"] == 42)
    #expect(evidence.first?["root"]?.text == checkpoint.root.base64)
  }

  @Test func `the holder is named and nothing else is said of them`() throws {
    let json = try credential(by: key()).json
    #expect(
      json["credentialSubject"]?["identifier"] == [
        [
          "type": "IdentityObject", "hashed": false, "identityHash": "Zoé D",
          "identityType": "name",
        ]
      ])
  }

  /// The example of `IdentityHash` in Open Badges 3.0.
  @Test func `a hashed name is that of Open Badges, with the salt after it`() throws {
    let holder = try CredentialHolder(hashing: "a@example.com", salt: "Kosher")
    #expect(
      holder.identifier["identityHash"]?.text
        == "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399")
    #expect(holder.identifier["hashed"] == true)
    #expect(holder.identifier["salt"]?.text == "Kosher")
    let (one, other) = (
      try CredentialHolder(hashing: "Zoé D"), try CredentialHolder(hashing: "Zoé D")
    )
    #expect(one.identifier["salt"] != other.identifier["salt"])
    #expect(!one.identifier.description.contains("Zoé"))
  }

  @Test func `a token has the credential itself as its payload, and the claims`() throws {
    let key = try key()
    let last = try CalendarDate(2026, 1, 18)
    let credential = try credential(by: key, lastDay: last)
    let token = try #require(CredentialToken.Parts(credential.token { try key.sign($0) }))
    let did = DIDKey(key.publicKey)
    #expect(
      token.header == ["alg": "EdDSA", "kid": .string(did.verificationMethod), "typ": "JWT"])
    let payload = token.payload
    #expect(payload["iss"]?.text == did.text)
    #expect(payload["jti"] == payload["id"])
    #expect(payload["sub"] == payload["credentialSubject"]?["id"])
    // 2021-06-17T22:00:00Z and 2026-01-18T22:59:59Z.
    #expect(payload["nbf"] == 1_623_967_200)
    #expect(payload["exp"] == 1_768_777_199)
    #expect(payload["validUntil"]?.text == "2026-01-18T23:59:59+01:00")
    #expect(payload["achievement"] == nil)
    #expect(payload["vc"] == nil)
  }

  @Test(arguments: [true, false])
  func `a credential is verified by the ledger's keys, former ones too`(isToken: Bool) throws {
    let key = try key()
    let own = try credential(by: key)
    let text =
      isToken
      ? try own.token { try key.sign($0) } : try own.secured { try key.sign($0) }.description
    let presented = try presented(text + "\n")
    #expect(presented.id == id)
    #expect(presented.stated?.size == 42)
    #expect(presented.stated?.root == checkpoint.root.base64)
    let did = DIDKey(key.publicKey)
    let other = try self.key(8).publicKey
    #expect(try presented.signature(by: keys(key.publicKey)) == .valid(did))
    #expect(try presented.signature(by: keys(key.publicKey, other)) == .valid(did))
    #expect(try presented.signature(by: keys(other)) == .foreign(did))
  }

  @Test func `the same credential has the same proof`() throws {
    let key = try key()
    let (one, other) = (try credential(by: key), try credential(by: key))
    #expect(try one.secured { try key.sign($0) } == other.secured { try key.sign($0) })
    #expect(try one.token { try key.sign($0) } == other.token { try key.sign($0) })
  }

  @Test func `every changed character of a token is found`() throws {
    let key = try key()
    let token = Array(try credential(by: key).token { try key.sign($0) }.utf8)
    let keys = try keys(key.publicKey)
    for index in stride(from: 0, to: token.count, by: 7) where token[index] != UInt8(ascii: ".") {
      var changed = token
      changed[index] = changed[index] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
      guard let presented = try? PresentedCredential.all(in: changed).first,
        let signature = try? presented.signature(by: keys)
      else { continue }
      #expect(signature == .invalid, "character \(index)")
    }
  }

  @Test func `a credential that names another issuer than its key is not valid`() throws {
    let key = try key()
    let other = try self.key(8)
    // Signed by a key of its own, in the name of the first.
    let forged = try DataIntegrityProof.secured(
      credential(by: key).json, by: DIDKey(other.publicKey)
    ) { try other.sign($0) }
    #expect(
      try presented(forged.description).signature(by: keys(key.publicKey, other.publicKey))
        == .invalid)
  }

  @Test(arguments: ["", "{}", "a.b.c", #"{"id":"urn:uuid:x"}"#, "[1]"])
  func `what is no credential is refused`(text: String) {
    #expect(throws: CredentialDefect.notACredential) {
      try PresentedCredential.all(in: Array(text.utf8))
    }
  }
}
