public import Cryptography
internal import Files
public import TransparencyLog

/// Why the key that signs, or the checkpoints that were signed, cannot be used. No case holds a key
/// that signs.
public enum SigningFailure: Error, Equatable, Sendable {
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
  /// What the file of checkpoints holds as this one, counted from 1, is none.
  case malformedNote(number: Int)
  /// The file of checkpoints does not end with one.
  case notNotes
  /// Another process has been signing for longer than one waits, so many seconds.
  case busy(seconds: Int)
  /// Others than its owner may read or write the file.
  case openToOthers(File)
  /// The file, or its folder, is not this user's to read or write.
  case notPermitted(File)
  /// The file is longer than any that is meant.
  case tooLong(File)
  /// No space is left on the device.
  case full
  /// The system refused, with this code and message.
  case system(File, code: Int, String)
  /// The system's libcrypto refused.
  case unavailable(CryptographyFailure)

  /// - Parameter file: which of the files it was.
  init(_ failure: FileFailure, _ file: File) {
    switch failure {
    case .busy(let seconds): self = .busy(seconds: seconds)
    case .openToOthers: self = .openToOthers(file)
    case .tooLong: self = .tooLong(file)
    case .system where failure.isAlreadyThere && file == .key: self = .keyThere
    case .system where failure.isNotPermitted: self = .notPermitted(file)
    case .system where failure.isNoSpace: self = .full
    case .system(let code): self = .system(file, code: Int(code), failure.message)
    }
  }
}

/// Does the work on one of the files, and tells its failure.
func mapErrors<Value: ~Copyable>(
  _ file: SigningFailure.File, _ body: () throws(FileFailure) -> Value
) throws(SigningFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw SigningFailure(error, file) }
}
