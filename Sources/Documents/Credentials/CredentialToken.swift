internal import Cryptography
internal import Events

/// A credential as a JSON Web Token: the *VC-JWT* of Open Badges 3.0, section 8.2.
///
/// A compact JWS (RFC 7515) signed EdDSA (RFC 8037). The payload is the credential itself and the claims
/// that repeat parts of it: `iss`, `sub`, `jti`, `nbf`, and `exp` if its validity ends.
enum CredentialToken {
  /// The token of a credential.
  ///
  /// - Parameter sign: returns the Ed25519 signature of 64 bytes.
  static func token(
    of credential: OpenBadgeCredential, sign: ([UInt8]) throws -> [UInt8]
  ) throws -> String {
    // Open Badges allows no other header.
    let header: JSONValue = [
      "alg": "EdDSA", "kid": .string(credential.issuer.key.verificationMethod), "typ": "JWT",
    ]
    var claims = [
      JSONMember("iss", .string(credential.issuer.key.text)),
      JSONMember("sub", .string(credential.subject)),
      JSONMember("jti", .string(credential.urn)),
      JSONMember("nbf", .integer(credential.validFrom.seconds)),
    ]
    if let end = credential.validUntil { claims.append(JSONMember("exp", .integer(end.seconds))) }
    var members: [JSONMember] = []
    if case .object(let own) = credential.json { members = own }
    let input =
      Base64URL.encode(header.canonicalBytes) + "."
      + Base64URL.encode(JSONValue.object(members + claims).canonicalBytes)
    return input + "." + Base64URL.encode(try sign(Array(input.utf8)))
  }

  /// The parts of a token, not verified.
  struct Parts {
    let header: JSONValue
    let payload: JSONValue
    let signature: [UInt8]
    /// What was signed.
    let input: [UInt8]

    /// Nil unless the text is a compact JWS whose header and payload are JSON.
    init?(_ text: String) {
      let parts = text.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count == 3, let header = Base64URL.decode(parts[0]),
        let payload = Base64URL.decode(parts[1]), let signature = Base64URL.decode(parts[2]),
        let header = try? JSONValue(parsing: header),
        let payload = try? JSONValue(parsing: payload)
      else { return nil }
      self.header = header
      self.payload = payload
      self.signature = signature
      input = Array("\(parts[0]).\(parts[1])".utf8)
    }
  }

  /// Whether the key that a token's header names signed it, and its claims repeat the credential's own.
  ///
  /// - Returns: that key; nil if the token is not valid.
  static func verifiedKey(of token: Parts) throws(CredentialDefect) -> DIDKey? {
    guard token.header["alg"]?.text == "EdDSA", let kid = token.header["kid"]?.text else {
      throw .noProof
    }
    let payload = token.payload
    guard let key = DIDKey(kid), payload["iss"] == payload["issuer"]?["id"],
      payload["jti"] == payload["id"], payload["sub"] == payload["credentialSubject"]?["id"]
    else { return nil }
    do throws(CryptographyFailure) {
      return try key.publicKey.isValid(token.signature, of: token.input) ? key : nil
    } catch {
      throw .notChecked(error)
    }
  }
}
