import Cryptography
import Events
import Testing

@testable import Documents

/// The vectors of `eddsa-jcs-2022`: W3C Recommendation Data Integrity EdDSA Cryptosuites v1.0, appendix B.3
/// (w3c/vc-di-eddsa, TestVectors/eddsa-jcs-2022 and TestVectors/keyPair.json).
@Suite struct DataIntegrityProofTests {
  private static let context =
    #"["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/examples/v2"]"#
  private static let method =
    "did:key:z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2#z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
  private static let unsigned = """
    {"@context":\(context),"id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
     "type":["VerifiableCredential","AlumniCredential"],"name":"Alumni Credential",
     "description":"A minimum viable example of an Alumni Credential.",
     "issuer":"https://vc.example/issuers/5678","validFrom":"2023-01-01T00:00:00Z",
     "credentialSubject":{"id":"did:example:abcdefgh","alumniOf":"The School of Examples"}}
    """
  private static let options = """
    {"type":"DataIntegrityProof","cryptosuite":"eddsa-jcs-2022","created":"2023-02-24T23:36:38Z",
     "verificationMethod":"\(method)","proofPurpose":"assertionMethod"}
    """
  private static let value =
    "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX"

  /// The private key of the vectors: multicodec `ed25519-priv` (0x80 0x26) and the seed.
  private func key() throws -> Ed25519PrivateKey {
    let bytes = try #require(Base58.decode("3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"))
    #expect(bytes.prefix(2) == [0x80, 0x26])
    return try Ed25519PrivateKey(seed: SecretBytes(copying: Array(bytes.dropFirst(2))))
  }

  private func parsed(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: Array(text.utf8))
  }

  @Test func `the canonical forms are those of the vectors`() throws {
    #expect(
      String(decoding: try parsed(Self.unsigned).canonicalBytes, as: UTF8.self) == """
        {"@context":\(Self.context),"credentialSubject":{"alumniOf":"The School of Examples",\
        "id":"did:example:abcdefgh"},"description":"A minimum viable example of an Alumni Credential.",\
        "id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"https://vc.example/issuers/5678",\
        "name":"Alumni Credential","type":["VerifiableCredential","AlumniCredential"],\
        "validFrom":"2023-01-01T00:00:00Z"}
        """)
    let options = try parsed(Self.options).setting(["@context"], to: parsed(Self.context))
    #expect(
      String(decoding: options.canonicalBytes, as: UTF8.self) == """
        {"@context":\(Self.context),"created":"2023-02-24T23:36:38Z","cryptosuite":"eddsa-jcs-2022",\
        "proofPurpose":"assertionMethod","type":"DataIntegrityProof",\
        "verificationMethod":"\(Self.method)"}
        """)
  }

  @Test func `the hashes are those of the vectors`() throws {
    let options = try parsed(Self.options).setting(["@context"], to: parsed(Self.context))
    #expect(
      hex(try DataIntegrityProof.hashes(of: parsed(Self.unsigned), options))
        == "66ab154f5c2890a140cb8388a22a160454f80575f6eae09e5a097cabe539a1db"
        + "59b7cb6251b8991add1ce0bc83107e3db9dbbab5bd2c28f687db1a03abc92f19")
  }

  @Test func `the proof is that of the vectors, to the last byte`() throws {
    let key = try key()
    #expect(DIDKey(key.publicKey).verificationMethod == Self.method)
    let secured = try DataIntegrityProof.secured(
      parsed(Self.unsigned), options: parsed(Self.options)
    ) { try key.sign($0) }
    #expect(secured["proof"]?["proofValue"]?.text == Self.value)
    #expect(secured["proof"]?["@context"] == secured["@context"])
    #expect(
      hex(try #require(Base58.decode(String(Self.value.dropFirst()))))
        == "407cd12654b33d718ecbb99179a1506daaa849450bf3fc523cce3e1c96f8b803"
        + "51da3f253d725c6f00b07c9e5448d50b3ef78012b9ab54255116d069c6dd2808")
    #expect(try DataIntegrityProof.verifiedKey(of: secured)?.verificationMethod == Self.method)
  }

  @Test(arguments: [
    ["name"], ["credentialSubject", "alumniOf"], ["proof", "created"], ["proof", "proofPurpose"],
    ["proof", "proofValue"], ["@context", "1"], ["proof", "@context", "1"],
  ])
  func `what was changed is found`(path: [String]) throws {
    let key = try key()
    let secured = try DataIntegrityProof.secured(
      parsed(Self.unsigned), options: parsed(Self.options)
    ) { try key.sign($0) }
    let text = try #require(secured.value(at: path[...])?.text)
    let changed = secured.replacing(path[...], with: .string(text + "1"))
    #expect(try DataIntegrityProof.verifiedKey(of: changed) == nil)
  }

  @Test func `a document without such a proof is said to have none`() throws {
    let unsigned = try parsed(Self.unsigned)
    #expect(throws: CredentialDefect.noProof) {
      try DataIntegrityProof.verifiedKey(of: unsigned)
    }
  }
}
