internal import Cryptography
public import Events

/// How a credential names its holder: an `IdentityObject` of Open Badges 3.0, with the name and nothing else
/// about the person.
public struct CredentialHolder: Sendable {
  let identifier: JSONValue

  /// The name in clear.
  public init(named name: String) {
    identifier = [
      "type": "IdentityObject", "hashed": false, "identityHash": .string(name),
      "identityType": "name",
    ]
  }

  /// A hash of the name and a salt, both in the credential: whoever knows the name can check it, and nobody
  /// reads it.
  ///
  /// The salt is random: two credentials of one person cannot be compared by their hashes.
  ///
  /// - Throws: ``CryptographyFailure``.
  public init(hashing name: String) throws {
    let salt = try randomBytes(16).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
    try self.init(hashing: name, salt: salt)
  }

  init(hashing name: String, salt: String) throws {
    let hash = try SHA256().digest(of: Array((name + salt).utf8))
    identifier = [
      "type": "IdentityObject", "hashed": true, "identityHash": .string("sha256$\(hash)"),
      "identityType": "name", "salt": .string(salt),
    ]
  }
}

extension Identity {
  /// First names and birth name, as a credential states them.
  public var credentialName: String {
    (firstNames.elements + [birthName]).map(\.text).joined(separator: " ")
  }
}
