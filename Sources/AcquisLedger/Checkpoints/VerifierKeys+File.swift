internal import Cryptography
internal import Files
public import TransparencyLog

// The file of the public keys: `<ledger>.vkeys`, readable by everyone, one verifier key (C2SP vkey) a line.

extension VerifierKeys {
  /// The most bytes that the file may have: about ten thousand keys.
  private static var limit: Int { 1 << 20 }

  /// The keys in the file of the ledger at this path; nil if there is no file.
  ///
  /// - Throws: ``SigningFailure/malformedKeys(line:)`` for a line that is not a key, whose name is not
  ///   derived from its key, or that repeats another; the failures of the file.
  public static func stored(beside ledger: String) throws(SigningFailure) -> VerifierKeys? {
    let tail = try mapErrors(.keys) { () throws(FileFailure) in
      try file(ledger).tail(atMost: limit)
    }
    guard let tail else { return nil }
    var keys: [VerifierKey] = []
    var lines = tail.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let end = lines.popLast() ?? []
    for line in lines {
      let key = try? VerifierKey(parsing: String(decoding: line, as: UTF8.self))
      guard let key, !keys.contains(key), try isNamedByItself(key) else {
        throw .malformedKeys(line: keys.count + 1)
      }
      keys.append(key)
    }
    guard tail.isWhole, end.isEmpty else { throw .malformedKeys(line: keys.count + 1) }
    return VerifierKeys(keys)
  }

  /// The keys of the ledger at this path: those in its file; without a file, the public key of the signing
  /// key, if this user may read it; else none.
  ///
  /// - Throws: ``SigningFailure``.
  public static func available(beside ledger: String) throws(SigningFailure) -> VerifierKeys {
    if let stored = try stored(beside: ledger) { return stored }
    return VerifierKeys(try signing(beside: ledger).map { [$0] } ?? [])
  }

  /// The public key of the signing key beside the ledger; nil if there is none or this user may not read
  /// it.
  ///
  /// - Throws: ``SigningFailure`` for a file that is not a key.
  public static func signing(beside ledger: String) throws(SigningFailure) -> VerifierKey? {
    do throws(SigningFailure) {
      return try LogKey(beside: ledger).signing.verifier
    } catch .keyMissing, .notPermitted {
      return nil
    }
  }

  /// Whether the key's name is derived from it, as a ledger's is: `acquis/` and the first 16 hexadecimal
  /// digits of the SHA-256 of the public key.
  public static func isNamedByItself(_ key: VerifierKey) throws(SigningFailure) -> Bool {
    try key.name == name(of: key.publicKey)
  }

  /// The name derived from a ledger's key.
  static func name(of key: Ed25519PublicKey) throws(SigningFailure) -> KeyName? {
    do throws(CryptographyFailure) {
      return KeyName("acquis/" + (try SHA256().digest(of: key.bytes)).description.prefix(16))
    } catch {
      throw .unavailable(error)
    }
  }

  /// Writes these keys of a copy before those beside the ledger restored from it; durable on return.
  ///
  /// A key whose name is not derived from it is not a ledger's, and is left out.
  ///
  /// - Throws: ``SigningFailure``.
  public func keep(beside ledger: String) throws(SigningFailure) {
    var own: [VerifierKey] = []
    for key in keys where try Self.isNamedByItself(key) { own.append(key) }
    let kept = try Self.stored(beside: ledger)
    let all = VerifierKeys(own).followed(by: kept?.keys ?? [])
    if all.isEmpty || all == kept { return }
    try all.write(beside: ledger)
  }

  /// Replaces the file as a whole; durable on return.
  ///
  /// The caller holds the lock of the signing key, or creates the ledger.
  func write(beside ledger: String) throws(SigningFailure) {
    try mapErrors(.keys) { () throws(FileFailure) in
      try unsafe contents.span.withUnsafeBytes { (keys) throws(FileFailure) in
        try unsafe Self.file(ledger).replace(with: keys, mode: Self.mode)
      }
    }
  }

  /// Creates the file; leaves an existing one as it is.
  func create(beside ledger: String) throws(SigningFailure) {
    do throws(FileFailure) {
      try unsafe contents.span.withUnsafeBytes { (keys) throws(FileFailure) in
        try unsafe Self.file(ledger).createWhole(keys, mode: Self.mode)
      }
    } catch {
      if !error.isAlreadyThere { throw SigningFailure(error, .keys) }
    }
  }

  /// Readable by everyone: nothing in the file is secret.
  private static var mode: UInt32 { 0o644 }

  private var contents: [UInt8] {
    keys.flatMap { Array($0.text.utf8) + [UInt8(ascii: "\n")] }
  }

  static func file(_ ledger: String) -> DurableFile {
    DurableFile(path: ledger + SigningFailure.File.keys.rawValue)
  }
}
