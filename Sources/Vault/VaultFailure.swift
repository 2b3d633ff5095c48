public import Events

/// Why a vault operation failed. No case contains personal data.
public enum VaultFailure: Error, Equatable, Sendable {
  /// One of the files beside the ledger; the raw value is its suffix.
  public enum File: String, Sendable {
    /// The persons' wrapped keys.
    case vault
    /// The master key, which wraps them.
    case master
  }

  /// What may be wrong with a vault on a server.
  public enum ServerTrouble: Hashable, Sendable {
    /// No connection could be made, or it was lost.
    case unreachable
    /// A pooler of connections (PgBouncer) is between, and not in session mode.
    case pooled
    /// The role of the address lacks a right.
    case noRight
    /// Other roles have rights on the vault's schema.
    case openToOthers
    /// The server refused a statement.
    case refused
  }

  // The files.
  /// Opening: there is no vault; there may be a master key.
  case missing
  /// Opening: there is no master key.
  case masterKeyMissing
  /// Opening: the file of the master key has another format.
  case notAMasterKey
  /// Opening: the master key does not open this vault.
  case wrongMasterKey
  /// Rotating: the file of the master key is a symbolic link or has several hard links, so the old
  /// key would remain.
  case masterKeyLinked
  /// Opening: the journal beside the vault is another vault's, or of another state of this one.
  case foreignJournal
  /// ``Vault/check(ledger:bindsIfUnbound:)``: the vault is bound to another ledger.
  case anotherLedgers
  /// Sealing or opening a text: the vault is older than the log, or another ledger's. It lacks this
  /// number of tombstones and this number of keys that the log refers to.
  case behind(erasures: Int, keys: Int)
  /// Thrown by callers: the log could not be read to compare it with the vault, for this reason.
  case uncompared(Text)
  /// Creating: a vault or a master key is at the place already.
  case alreadyThere
  /// Opening: users other than the owner have access to the file.
  case openToOthers(File)
  /// Opening: the file, or the schema on the server, is not a vault.
  case notAVault
  /// Opening: the file's format number is higher than this program knows.
  case newerFormat(found: Int, known: Int)
  /// Any operation: another process held a lock for the whole waiting time.
  case busy(seconds: Int)
  /// Opening: this user may not read the vault, its master key or their folder.
  case notReadable
  /// Writing: the vault or its folder may not be written.
  case readOnly
  /// Writing: no space is left on the device.
  case full
  /// Any operation: the vault is damaged; the text describes how.
  case damaged(String)
  /// Sealing or opening a text: the wrapped key with this id was altered and cannot be unwrapped.
  case altered(key: String)
  /// Any operation: a system call or SQLite failed. The code is an `errno` or SQLite's extended
  /// result code.
  case system(code: Int, String)
  /// Any operation on keys that are on a server: what is wrong with it, and its message or libpq's,
  /// which contains no value.
  case server(ServerTrouble, String)
  /// Any operation: libcrypto lacks the named algorithm, or failed.
  case unavailable(String)

  // The texts.
  /// Opening a text: its key was destroyed, or never was in this vault.
  case keyGone
  /// Sealing: the person was erased on this day; no key is generated for them again.
  case erased(on: CalendarDate)
  /// Opening a text: it was altered, or sealed for another field, person or event.
  case notAuthentic
  /// Opening a text: the plaintext does not have the expected format.
  case unreadable(ReadingFailure)
}
