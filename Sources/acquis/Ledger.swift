internal import EventLog
internal import Events
internal import Glibc
internal import SQLiteLog
internal import Vault

/// A ledger's place, and its stores opened.
struct Ledger: Sendable {
  /// The path of the log; the vault and the master key lie beside it.
  let path: String

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
  }

  /// Opens the log to be asked.
  func log() throws(LogFailure) -> some EventLog {
    try SQLiteLog(opening: path, access: .readOnly, clock: SystemClock.now)
  }

  /// Opens the log to be added to.
  func writableLog() throws(LogFailure) -> some EventLog {
    try SQLiteLog(opening: path, access: .readWrite, clock: SystemClock.now)
  }

  /// Opens the vault.
  ///
  /// It lies beside the file itself, not beside a link to it.
  func vault() throws(VaultFailure) -> Vault { try Vault(beside: resolvedPath) }

  /// The path of the file itself, where ``path`` is a link to it.
  var resolvedPath: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
