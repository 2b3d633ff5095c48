internal import Cryptography
public import Events

/// The embedded proof `eddsa-jcs-2022` (W3C Data Integrity EdDSA Cryptosuites 1.0, section 3.3).
///
/// What is signed is the SHA-256 of the proof's own members followed by the SHA-256 of the document, both
/// in the JSON Canonicalization Scheme (RFC 8785). ``Events/JSONValue/canonicalBytes`` are that scheme's
/// for all that this program writes: no fractions, the same escapes, and names in ASCII, which sort alike
/// by scalars and by UTF-16.
public enum DataIntegrityProof {
  /// The cryptosuite's name.
  static let cryptosuite = "eddsa-jcs-2022"

  /// The document with its proof.
  ///
  /// The proof states no time: the same document gets the same proof, and its evidence names the state of
  /// the log that it was made from.
  ///
  /// - Parameters:
  ///   - key: that of the signature.
  ///   - sign: returns the Ed25519 signature of 64 bytes.
  public static func secured(
    _ document: JSONValue, by key: DIDKey, sign: ([UInt8]) throws -> [UInt8]
  ) throws -> JSONValue {
    let options: JSONValue = [
      "type": "DataIntegrityProof", "cryptosuite": .string(cryptosuite),
      "verificationMethod": .string(key.verificationMethod), "proofPurpose": "assertionMethod",
    ]
    return try secured(document, options: options, sign: sign)
  }

  /// The document with a proof of these members.
  static func secured(
    _ document: JSONValue, options: JSONValue, sign: ([UInt8]) throws -> [UInt8]
  ) throws -> JSONValue {
    var proof = options
    if let context = document["@context"] {
      proof = proof.setting(["@context"], to: context)
    }
    let signature = try sign(try hashes(of: document, proof))
    proof = proof.setting(["proofValue"], to: .string("z" + Base58.encode(signature)))
    return document.setting(["proof"], to: proof)
  }

  /// The 64 bytes that are signed.
  static func hashes(
    of document: JSONValue, _ options: JSONValue
  ) throws(CryptographyFailure) -> [UInt8] {
    let sha256 = try SHA256()
    return try sha256.digest(of: options.canonicalBytes).bytes
      + sha256.digest(of: document.canonicalBytes).bytes
  }

  /// Whether the key that a document's proof names made it.
  ///
  /// - Returns: that key; nil if the proof is not valid.
  /// - Throws: ``CredentialDefect/noProof`` if there is none of this cryptosuite;
  ///   ``CredentialDefect/notChecked(_:)``.
  static func verifiedKey(of document: JSONValue) throws(CredentialDefect) -> DIDKey? {
    let all: [JSONValue] =
      switch document["proof"] {
      case .some(.list(let proofs)): proofs
      case .some(let proof): [proof]
      case .none: []
      }
    let proof = all.first {
      $0["type"]?.text == "DataIntegrityProof" && $0["cryptosuite"]?.text == cryptosuite
    }
    guard let proof, let value = proof["proofValue"]?.text,
      let method = proof["verificationMethod"]?.text
    else { throw .noProof }
    guard value.first == "z", let signature = Base58.decode(String(value.dropFirst())),
      let key = DIDKey(method), proof["proofPurpose"]?.text == "assertionMethod"
    else { return nil }
    // The proof's context is that of the document: what this program writes, and nothing shorter.
    if let context = proof["@context"], context != document["@context"] { return nil }
    do throws(CryptographyFailure) {
      let signed = try hashes(
        of: document.removing(["proof"]), proof.removing(["proofValue"]))
      return try key.publicKey.isValid(signature, of: signed) ? key : nil
    } catch {
      throw .notChecked(error)
    }
  }
}
