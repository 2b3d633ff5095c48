internal import Cryptography
internal import Events

/// Wraps and unwraps the persons' keys under the master key, with AES-256-GCM, and derives the keys of codes from
/// it.
struct KeyWrapper: ~Copyable {
  private let master: SecretBytes
  private let cipher: AES256GCM

  /// A known text. A vault contains it sealed under its master key, by which another key is
  /// recognised.
  private static var checkText: [UInt8] { Array("acquis vault 1".utf8) }
  private static var checkData: [UInt8] { Array("master key check".utf8) }

  init(under master: consuming SecretBytes) throws(VaultFailure) {
    self.cipher = try mapErrors { () throws(CryptographyFailure) in try AES256GCM() }
    self.master = master
  }

  /// Seals the known text, to be stored in the vault.
  func check() throws(VaultFailure) -> KeyStore.Wrapped {
    try mapErrors { () throws(CryptographyFailure) in
      let nonce = try randomBytes(AES256GCM.nonceLength)
      return KeyStore.Wrapped(
        nonce: nonce,
        bytes: try cipher.seal(
          Self.checkText, under: master, nonce: nonce, associatedData: Self.checkData))
    }
  }

  /// - Throws: ``VaultFailure/wrongMasterKey`` unless this master key sealed the check.
  func verify(_ check: KeyStore.Wrapped) throws(VaultFailure) {
    do throws(CryptographyFailure) {
      _ = try cipher.open(
        check.bytes, under: master, nonce: check.nonce, associatedData: Self.checkData)
    } catch {
      throw error == .notAuthentic ? .wrongMasterKey : VaultFailure(error)
    }
  }

  /// Encrypts a key pair; its id and its person are authenticated with it.
  func wrap(_ keys: PersonKeys, of person: Person) throws(VaultFailure) -> KeyStore.Wrapped {
    try mapErrors { () throws(CryptographyFailure) in
      let nonce = try randomBytes(AES256GCM.nonceLength)
      return KeyStore.Wrapped(
        nonce: nonce,
        bytes: try cipher.seal(
          keys.joined, under: master, nonce: nonce,
          associatedData: Self.associatedData(keys.id.text, person)))
    }
  }

  /// Decrypts a key pair.
  ///
  /// - Throws: ``VaultFailure/altered(key:)`` if the bytes, the id or the person were altered.
  func unwrap(
    _ wrapped: KeyStore.Wrapped, id: String, of person: Person
  ) throws(VaultFailure) -> PersonKeys {
    guard let key = try? KeyID(id) else { throw .altered(key: "?") }
    let joined: SecretBytes
    do throws(CryptographyFailure) {
      joined = try cipher.openSecret(
        wrapped.bytes, under: master, nonce: wrapped.nonce,
        associatedData: Self.associatedData(id, person))
    } catch {
      throw error == .notAuthentic
        ? .altered(key: id) : VaultFailure(error)
    }
    return try PersonKeys(id: key, joined: joined)
  }

  /// The key of the codes of a purpose, 32 bytes.
  ///
  /// HKDF-Expand (RFC 5869, section 2.3) of the master key, whose bytes are random already; the label keeps it
  /// apart from every other key. The master key itself encrypts, and is never the key of a code.
  func codeKey(
    for purpose: String, by hmac: borrowing HMACSHA256
  ) throws(VaultFailure) -> SecretBytes {
    let label = Array("acquis vault codes 1".utf8) + [0] + Array(purpose.utf8) + [1]
    let key = try mapErrors { () throws(CryptographyFailure) in
      try hmac.code(of: label, under: master)
    }
    return SecretBytes(copying: key.bytes)
  }

  /// Encrypts the keys of an index of names.
  func wrap(nameKeys keys: borrowing SecretBytes) throws(VaultFailure) -> KeyStore.Wrapped {
    try mapErrors { () throws(CryptographyFailure) in
      let nonce = try randomBytes(AES256GCM.nonceLength)
      return KeyStore.Wrapped(
        nonce: nonce,
        bytes: try cipher.seal(
          keys, under: master, nonce: nonce, associatedData: Self.nameKeysData))
    }
  }

  /// Decrypts the keys of an index of names.
  ///
  /// - Throws: ``VaultFailure/notAuthentic`` if the bytes were altered.
  func unwrap(nameKeys wrapped: KeyStore.Wrapped) throws(VaultFailure) -> SecretBytes {
    try mapErrors { () throws(CryptographyFailure) in
      try cipher.openSecret(
        wrapped.bytes, under: master, nonce: wrapped.nonce, associatedData: Self.nameKeysData)
    }
  }

  /// No key of a person is wrapped with this: it has no zero byte.
  private static var nameKeysData: [UInt8] { Array("acquis vault names 1".utf8) }

  private static func associatedData(_ id: String, _ person: Person) -> [UInt8] {
    Array(id.utf8) + [0] + Array(person.description.utf8)
  }
}
