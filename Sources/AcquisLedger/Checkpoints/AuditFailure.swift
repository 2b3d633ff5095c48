public import TransparencyLog
internal import Vault

/// Why the key that signs, or the checkpoints that were signed, cannot be used. No case holds a key
/// that signs.
public enum AuditFailure: Error, Equatable, Sendable {
  /// A file beside a ledger.
  public enum File: String, Sendable {
    /// The key that signs.
    case key = ".signing"
    /// The checkpoints that were signed.
    case notes = ".signed"
    /// The keys that verify them.
    case keys = ".vkeys"
  }

  /// There is no key that signs beside the ledger, though one has signed or was handed out.
  case keyMissing
  /// There is a key already, where another was to be made.
  case keyThere
  /// The key's file holds something else.
  case notAKey
  /// The key is none of those that the ledger signs with; its name.
  case foreignKey(KeyName)
  /// The key has signed before, and another has signed since; the names of both.
  case formerKey(KeyName, since: KeyName)
  /// Checkpoints were signed, and no key is known that verifies them.
  case formerKeyUnknown
  /// This line, counted from 1, is not a verifier key whose name is that of its key.
  case malformedKeys(line: Int)
  /// The file of checkpoints does not end with one.
  case notNotes
  /// Another process has been signing for longer than one waits, so many seconds.
  case busy(seconds: Int)
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
    case .alreadyThere: self = .keyThere
    case .notAVault: self = .notAKey
    case .busy(let seconds): self = .busy(seconds: seconds)
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
        + " or, if it is lost for ever, `acquis audit key --new` begins another"
    case .keyThere:
      "there is a key that signs beside the ledger (its .signing file); nothing was changed"
    case .notAKey: "the .signing file is not a key: one line of 64 hexadecimal digits"
    case .foreignKey(let name):
      "the .signing file is the key of \(name), which is none of this ledger's (its .vkeys file)"
    case .formerKey(let name, let since):
      "the .signing file is the key of \(name), a former one: \(since) has signed since; put the key"
        + " of \(since) back"
    case .formerKeyUnknown:
      "no key is known that verifies the checkpoints signed (the .signed file); give it, --key VKEY,"
        + " or put the .signed file aside and keep it"
    case .malformedKeys(let line):
      "the .vkeys file's line \(line) is not a verifier key whose name is that of its key"
    case .notNotes: "the .signed file does not end with a signed checkpoint"
    case .busy(let seconds): "another process has been signing for \(seconds) s; try again"
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
