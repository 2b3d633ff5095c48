internal import Vault

/// Why the key that signs, or the checkpoints that were signed, cannot be used. No case holds a key.
public enum AuditFailure: Error, Equatable, Sendable {
  /// A file beside a ledger.
  public enum File: String, Sendable {
    /// The key that signs.
    case key = ".signing"
    /// The checkpoints that were signed.
    case notes = ".signed"
  }

  /// There is no key that signs beside the ledger, though checkpoints were signed with one.
  case keyMissing
  /// The key's file holds something else.
  case notAKey
  /// Others than its owner may read or write the file.
  case openToOthers(File)
  /// The file, or its folder, is not this user's to read or write.
  case notPermitted(File)
  /// No space is left on the device.
  case full
  /// The system refused, with this code and message.
  case system(File, code: Int, String)
  /// The system's libcrypto lacks something, in its words.
  case unavailable(String)

  /// What befell one of the files, as the vault tells it of its own.
  init(_ failure: VaultFailure, _ file: File) {
    switch failure {
    case .missing: self = .keyMissing
    case .notAVault: self = .notAKey
    case .openToOthers: self = .openToOthers(file)
    case .readOnly, .notReadable, .system(code: 13, _): self = .notPermitted(file)
    case .full: self = .full
    case .unavailable: self = .unavailable(failure.description)
    case .system(let code, let message): self = .system(file, code: code, message)
    default: self = .system(file, code: 0, failure.description)
    }
  }
}

extension AuditFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .keyMissing:
      "the key that signed its checkpoints is not beside the ledger (its .signing file); put it back"
    case .notAKey: "the .signing file is not a key: one line of 64 hexadecimal digits"
    case .openToOthers(let file):
      "the \(file.rawValue) file is open to others than its owner; run chmod 600 on it"
    case .notPermitted(let file):
      "this user may not use the \(file.rawValue) file or its folder so: they are their owner's"
    case .full: "no space left on the device; nothing was signed"
    case .system(let file, let code, let message):
      "the system refused the \(file.rawValue) file (\(code)): \(message)"
    case .unavailable(let what): what
    }
  }
}

/// Does the work on one of the files, and tells its failure.
func using<Value: ~Copyable>(
  _ file: AuditFailure.File, _ body: () throws(VaultFailure) -> Value
) throws(AuditFailure) -> Value {
  do throws(VaultFailure) { return try body() } catch { throw AuditFailure(error, file) }
}
