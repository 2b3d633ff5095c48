public import Cryptography
internal import Files
public import TransparencyLog

/// Why the signing key or the signed checkpoints cannot be used. No case contains a private key.
public enum SigningFailure: Error, Equatable, Sendable {
  /// A file beside a ledger.
  public enum File: String, Sendable {
    /// The private key.
    case key = ".signing"
    /// The signed checkpoints.
    case notes = ".signed"
    /// The public keys that verify them.
    case keys = ".vkeys"
  }

  /// There is no private key beside the ledger, though one has signed or was published.
  case keyMissing
  /// A new key was to be created and there is one already.
  case keyThere
  /// The key's file contains something else.
  case notAKey
  /// The key of this name is not one of the ledger's.
  case foreignKey(KeyName)
  /// A former key, and the name of the key that has signed since.
  case formerKey(KeyName, since: KeyName)
  /// Checkpoints were signed, and no key is known that verifies them.
  case formerKeyUnknown
  /// This line, counted from 1, is not a verifier key whose name is that of its key.
  case malformedKeys(line: Int)
  /// This entry of the file of checkpoints, counted from 1, is not a checkpoint.
  case malformedNote(number: Int)
  /// The file of checkpoints does not end with one.
  case notNotes
  /// Another process was still signing after this many seconds.
  case busy(seconds: Int)
  /// Users other than its owner may read or write the file.
  case openToOthers(File)
  /// This user may not read or write the file or its folder.
  case notPermitted(File)
  /// The file is longer than the limit for its kind.
  case tooLong(File)
  /// No space is left on the device.
  case full
  /// The system refused, with this code and message.
  case system(File, code: Int, String)
  /// The system's libcrypto lacks an algorithm or failed.
  case unavailable(CryptographyFailure)

  /// - Parameter file: the file that the failure is about.
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

/// Runs `body`; its failure is thrown as one about this file.
func mapErrors<Value: ~Copyable>(
  _ file: SigningFailure.File, _ body: () throws(FileFailure) -> Value
) throws(SigningFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw SigningFailure(error, file) }
}
