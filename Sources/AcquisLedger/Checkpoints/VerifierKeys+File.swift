internal import Cryptography
internal import Files
public import TransparencyLog

// The file of the keys: `<ledger>.vkeys`, for all to read, a verifier key (C2SP vkey) a line.

extension VerifierKeys {
  /// The most bytes that the file may have: some ten thousand keys.
  private static var limit: Int { 1 << 20 }

  /// The keys of the ledger at this path; nil where there is no file.
  ///
  /// - Throws: ``SigningFailure/malformedKeys(line:)`` for a line that is no key, whose name is not that of
  ///   its key, or that repeats another; the failures of the file.
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

  /// The keys of the ledger at this path: those of the file; without one, the public half of the key that
  /// signs, where this user may read it; else none.
  ///
  /// - Throws: ``SigningFailure``.
  public static func available(beside ledger: String) throws(SigningFailure) -> VerifierKeys {
    if let stored = try stored(beside: ledger) { return stored }
    return VerifierKeys(try signing(beside: ledger).map { [$0] } ?? [])
  }

  /// The public half of the key that lies beside the ledger to sign; nil where there is none, or it is
  /// not this user's to read.
  ///
  /// - Throws: ``SigningFailure`` for a file that is no key.
  public static func signing(beside ledger: String) throws(SigningFailure) -> VerifierKey? {
    do throws(SigningFailure) {
      return try LogKey(beside: ledger).signing.verifier
    } catch .keyMissing, .notPermitted {
      return nil
    }
  }

  /// Whether the key's name is the one that a ledger's key has: `acquis/` and the first 16 hexadecimal
  /// digits of the SHA-256 of the public key.
  public static func isNamedByItself(_ key: VerifierKey) throws(SigningFailure) -> Bool {
    try key.name == name(of: key.publicKey)
  }

  /// The name under which a ledger's key signs.
  static func name(of key: Ed25519PublicKey) throws(SigningFailure) -> KeyName? {
    do throws(CryptographyFailure) {
      return KeyName("acquis/" + (try SHA256().digest(of: key.bytes)).description.prefix(16))
    } catch {
      throw .unavailable(error)
    }
  }

  /// Puts these keys of a copy before those that lie beside the ledger made from it, on the disk when
  /// this answers.
  ///
  /// A key that is not named by itself is no ledger's, and is left out.
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

  /// Writes the file, on the disk when this answers: the old one stays, or the new one is whole.
  ///
  /// The caller holds the lock of the key that signs, or makes the ledger.
  func write(beside ledger: String) throws(SigningFailure) {
    try mapErrors(.keys) { () throws(FileFailure) in
      try unsafe contents.span.withUnsafeBytes { (keys) throws(FileFailure) in
        try unsafe Self.file(ledger).replace(with: keys, mode: Self.mode)
      }
    }
  }

  /// Makes the file where there is none.
  func create(beside ledger: String) throws(SigningFailure) {
    do throws(FileFailure) {
      try unsafe contents.span.withUnsafeBytes { (keys) throws(FileFailure) in
        try unsafe Self.file(ledger).createWhole(keys, mode: Self.mode)
      }
    } catch {
      if !error.isAlreadyThere { throw SigningFailure(error, .keys) }
    }
  }

  /// Who may read the file: everyone, for nothing in it is secret.
  private static var mode: UInt32 { 0o644 }

  private var contents: [UInt8] {
    keys.flatMap { Array($0.text.utf8) + [UInt8(ascii: "\n")] }
  }

  static func file(_ ledger: String) -> DurableFile {
    DurableFile(path: ledger + SigningFailure.File.keys.rawValue)
  }
}
