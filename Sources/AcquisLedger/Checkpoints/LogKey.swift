internal import Cryptography
internal import Files
public import TransparencyLog

/// The private key with which a ledger signs its checkpoints, and its name.
///
/// It is stored beside the ledger in `<ledger>.signing`, readable by its owner only: the 32 bytes of
/// RFC 8032 as 64 hexadecimal digits and a line feed. The name, which is also the log's origin in every
/// checkpoint, is `acquis/` and the first 16 hexadecimal digits of the SHA-256 of the public key, so that
/// it is not stored. The public key is in `<ledger>.vkeys` (``VerifierKeys``), where it stays when the
/// private key is lost.
public struct LogKey: ~Copyable {
  /// The key with its name.
  public let signing: SigningKey
  let ledger: String
  let file: DurableFile
  let notes: DurableFile

  /// The log's origin: every checkpoint's first line.
  public var origin: String { signing.verifier.name.text }

  /// Reads the key of the ledger at this path.
  ///
  /// - Throws: ``SigningFailure``.
  public init(beside ledger: String) throws(SigningFailure) {
    let file = Self.file(ledger)
    let seed = try Self.seed(in: file)
    signing = try Self.key(of: seed)
    self.ledger = ledger
    self.file = file
    notes = SignedCheckpoints.file(ledger)
  }

  /// Whether there is a key beside the ledger.
  public static func exists(beside ledger: String) -> Bool { file(ledger).exists }

  /// Creates a key if there is none, and the file of its public key; durable on return.
  ///
  /// - Returns: whether there was none.
  /// - Throws: ``SigningFailure/keyMissing`` if there are checkpoints or a public key of a lost key, which
  ///   only a person may replace; the failures of the files.
  @discardableResult
  public static func makeIfMissing(beside ledger: String) throws(SigningFailure) -> Bool {
    let file = file(ledger)
    let isSigned = SignedCheckpoints.file(ledger).exists
    if file.exists {
      // A process killed during creation may have left only the private key. A user who may not write
      // the public one continues without it.
      if !isSigned, let key = try? VerifierKeys.signing(beside: ledger) {
        try? VerifierKeys([key]).create(beside: ledger)
      }
      return false
    }
    guard !isSigned, try VerifierKeys.stored(beside: ledger)?.isEmpty ?? true else {
      throw .keyMissing
    }
    return try alone(beside: ledger) { () throws(SigningFailure) in try make(beside: ledger) }
  }

  /// Creates a key and the file of its public key, in a folder where no other process creates one: that
  /// of a ledger being created.
  ///
  /// - Returns: false if there is a key already.
  /// - Throws: the failures of the files; neither file is left then.
  @discardableResult
  public static func make(beside ledger: String) throws(SigningFailure) -> Bool {
    let file = file(ledger)
    let seed = try newSeed()
    let keys = VerifierKeys([try key(of: seed).verifier])
    do throws(SigningFailure) { try write(seed, to: file) } catch .keyThere { return false }
    do throws(SigningFailure) { try keys.create(beside: ledger) } catch {
      // The file may be there without being durable.
      VerifierKeys.file(ledger).remove()
      file.remove()
      throw error
    }
    return true
  }

  /// Runs a step that creates a key while no other process creates one in the same folder.
  static func alone<Value>(
    beside ledger: String, timeout: Int = timeout, _ step: () throws(SigningFailure) -> Value
  ) throws(SigningFailure) -> Value {
    let lock = try mapErrors(.key) { () throws(FileFailure) in
      try FileLock(file(ledger).folder, timeout: timeout)
    }
    return try withExtendedLifetime(lock) { () throws(SigningFailure) in try step() }
  }

  static func file(_ ledger: String) -> DurableFile {
    DurableFile(path: ledger + SigningFailure.File.key.rawValue)
  }

  /// The 32 bytes of the key in a file.
  private static func seed(in file: DurableFile) throws(SigningFailure) -> SecretBytes {
    let opened = try opened(file)
    guard opened.size == HexadecimalKey.length else { throw .notAKey }
    let text = try unsafe SecretBytes(count: opened.size) { (buffer) throws(SigningFailure) in
      try mapErrors(.key) { () throws(FileFailure) in try unsafe opened.read(into: buffer) }
    }
    do throws(HexadecimalKey.Malformed) { return try HexadecimalKey.key(in: text) } catch {
      throw .notAKey
    }
  }

  private static func opened(_ file: DurableFile) throws(SigningFailure) -> OwnerOnlyFile {
    do throws(FileFailure) { return try OwnerOnlyFile(file) } catch {
      throw error.isMissing ? .keyMissing : SigningFailure(error, .key)
    }
  }

  /// Creates the file of a key.
  static func write(
    _ seed: borrowing SecretBytes, to file: DurableFile
  ) throws(SigningFailure) {
    try unsafe HexadecimalKey.text(of: seed).withBytes { (text) throws(SigningFailure) in
      try mapErrors(.key) { () throws(FileFailure) in try unsafe file.createWhole(text) }
    }
  }

  /// The 32 random bytes of a new key.
  static func newSeed() throws(SigningFailure) -> SecretBytes {
    do throws(CryptographyFailure) {
      return try SecretBytes(randomCount: Ed25519PrivateKey.length)
    } catch {
      throw .unavailable(error)
    }
  }

  /// The key of these bytes, with the name derived from it.
  static func key(of seed: borrowing SecretBytes) throws(SigningFailure) -> SigningKey {
    let key: Ed25519PrivateKey
    do throws(CryptographyFailure) {
      key = try Ed25519PrivateKey(seed: seed.part(0..<seed.count))
    } catch {
      throw .unavailable(error)
    }
    guard let name = try VerifierKeys.name(of: key.publicKey) else { throw .notAKey }
    do throws(VerifierKeyFailure) { return try SigningKey(name: name, key: key) } catch {
      switch error {
      case .notHashed(let failure): throw .unavailable(failure)
      case .malformed, .unknownAlgorithm, .wrongID: throw .notAKey
      }
    }
  }
}
