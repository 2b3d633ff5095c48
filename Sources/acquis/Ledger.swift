internal import Auditing
internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc
internal import Recording
internal import SQLiteLog
internal import Vault

/// A ledger's place, and its stores opened.
struct Ledger: Sendable {
  /// The path of the log; the vault and the master key lie beside it.
  let path: String

  /// Its path within a text.
  var shown: String { Shown.onOneLine(path) }

  /// The ledger at a path.
  init(path: String) { self.path = path }

  /// The ledger a command was called for.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a shared ledger, which this program does not speak to yet.
  init(_ invocation: Invocation) throws(Failure) {
    path =
      invocation.option("ledger") ?? Environment.variable("ACQUIS_LEDGER") ?? "acquis.ledger"
    if path.hasPrefix("postgres://") {
      throw .usage(
        Wording(
          "un registre partagé (postgres://…) n’est pas encore possible ; donnez un fichier",
          "a shared ledger (postgres://…) is not available yet; give a file's path"))
    }
    if path.isEmpty {
      throw .usage(Wording("--ledger : un chemin est attendu", "--ledger: expected a path"))
    }
    guard Folder.mayHold(path) else {
      throw .usage(
        Wording("--ledger : ce chemin est trop long", "--ledger: this path is too long"))
    }
  }

  /// Opens the log to be asked.
  func log() throws(LogFailure) -> some EventLog {
    try SQLiteLog(opening: path, access: .readOnly, clock: SystemClock.now)
  }

  /// Opens the log to be added to.
  func writableLog() throws(LogFailure) -> some EventLog {
    try SQLiteLog(opening: path, access: .readWrite, clock: SystemClock.now)
  }

  /// What the vault is opened for.
  enum Purpose {
    case toRead
    /// A vault that is bound to no ledger yet is bound to this one.
    case toSeal
  }

  /// Opens the vault of this ledger.
  ///
  /// It lies beside the file itself, not beside a link to it.
  ///
  /// - Throws: ``VaultFailure``, `anotherLedgers` where two ledgers' vaults were exchanged.
  func vault(_ purpose: Purpose) throws(VaultFailure) -> Vault {
    let vault = try Vault(beside: file)
    // A log that is still being made, or cannot be read, is not told from others here.
    if let mark = (try? log().mark()) ?? nil {
      try vault.check(ledger: mark.bytes, isNoted: purpose == .toSeal)
    }
    return vault
  }

  /// Reads the key that signs its checkpoints.
  ///
  /// - Parameter isMade: whether it is made where there is none, for a ledger older than its key.
  func key(isMade: Bool = false) throws -> LogKey {
    if isMade {
      // A key beside nothing would be the first that a later ledger signs with.
      _ = try log()
      let isNew = !LogKey.exists(beside: file)
      try LogKey.makeIfMissing(beside: file)
      if isNew { Output.noteDone(.keyMade) }
    }
    return try LogKey(beside: file)
  }

  /// The checkpoints it has signed.
  func signedCheckpoints() throws(AuditFailure) -> SignedCheckpoints {
    try SignedCheckpoints(beside: file)
  }

  /// The path of the file itself, where a link leads to it.
  var file: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
