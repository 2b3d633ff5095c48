internal import Cryptography
public import Transparency
internal import Vault

/// The key by which a ledger signs its checkpoints, and the name it signs under.
///
/// It lies beside the ledger in a file of its own, `<ledger>.signing`, its owner's alone: the 32 bytes
/// of RFC 8032 as 64 hexadecimal digits and a line feed. The name, which is the log's origin too, is
/// `acquis/` and the first 16 hexadecimal digits of the SHA-256 of the public key: it stays as long as
/// the key, stands in every checkpoint, and needs no place of its own.
public struct LogKey: ~Copyable {
  /// The key with its name.
  public let signing: SigningKey
  let file: OwnerOnlyFile
  let notes: OwnerOnlyFile

  /// The log's origin, in every checkpoint's first line.
  public var origin: String { signing.verifier.name.text }

  /// Reads the key of the ledger at this path.
  ///
  /// - Throws: ``AuditFailure``.
  public init(beside ledger: String) throws(AuditFailure) {
    let file = Self.file(ledger)
    let seed = try using(.key) { () throws(VaultFailure) in
      try HexadecimalKey.read(from: file, as: .signing, missing: .missing, malformed: .notAVault)
    }
    do {
      let key = try Ed25519PrivateKey(seed: seed)
      let digest = try SHA256().digest(of: key.publicKey.bytes).description
      guard let name = KeyName("acquis/" + digest.prefix(16)) else { throw AuditFailure.notAKey }
      signing = try SigningKey(name: name, key: key)
    } catch {
      throw .unavailable("\(error)")
    }
    self.file = file
    notes = SignedCheckpoints.file(ledger)
  }

  /// Whether a key lies beside the ledger.
  public static func exists(beside ledger: String) -> Bool { file(ledger).exists }

  /// Makes a key where there is none, on the disk when this answers.
  ///
  /// - Returns: whether there was none.
  /// - Throws: ``AuditFailure/keyMissing`` where there are checkpoints that a lost key has signed: no
  ///   other may take its place unseen. And the failures of the file.
  @discardableResult
  public static func makeIfMissing(beside ledger: String) throws(AuditFailure) -> Bool {
    let file = file(ledger)
    if file.exists { return false }
    guard !SignedCheckpoints.file(ledger).exists else { throw .keyMissing }
    let seed: SecretBytes
    do { seed = try SecretBytes(randomCount: Ed25519PrivateKey.length) } catch {
      throw .unavailable("\(error)")
    }
    do throws(VaultFailure) {
      try file.createWhole(HexadecimalKey.text(of: seed))
    } catch .alreadyThere {
      return false
    } catch {
      throw AuditFailure(error, .key)
    }
    return true
  }

  /// Removes a key that nothing was signed with: for who has just made it, and fails afterwards.
  public static func remove(beside ledger: String) { file(ledger).remove() }

  private static func file(_ ledger: String) -> OwnerOnlyFile {
    OwnerOnlyFile(path: ledger + AuditFailure.File.key.rawValue)
  }
}
