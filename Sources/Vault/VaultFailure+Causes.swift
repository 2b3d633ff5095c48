internal import Cryptography
internal import Glibc
internal import SQLite

extension VaultFailure {
  /// - Parameter patience: how long the connection waits for a lock, in seconds.
  init(_ failure: SQLiteFailure, patience: Int) {
    switch failure.kind {
    case .busy: self = .busy(seconds: patience)
    case .full: self = .full
    case .readOnly: self = .readOnly
    case .notADatabase: self = .notAVault
    case .corrupt: self = .damaged(failure.message)
    case .inputOutput, .cannotOpen:
      self =
        failure.systemError == 0
        ? .system(code: Int(failure.code), failure.message) : .of(errno: failure.systemError)
    case .constraint, .sql, .other:
      self = .system(code: Int(failure.code), failure.message)
    }
  }

  init(_ failure: CryptographyFailure) {
    switch failure {
    case .unavailable(let what): self = .unavailable(what)
    case .notAuthentic: self = .notAuthentic
    case .wrongLength(let expected):
      self = .damaged("a key or a nonce is not \(expected) bytes long")
    }
  }

  /// The failure that the system's error number tells.
  static func of(errno number: Int32) -> VaultFailure {
    switch number {
    case EEXIST: .alreadyThere
    case ENOSPC, EDQUOT, EFBIG: .full
    case EACCES, EPERM, EROFS: .readOnly
    default: .system(code: Int(number), String(cString: strerror(number)))
    }
  }
}

/// Runs a step of libcrypto's and tells its failure as the vault's.
func ciphering<Value: ~Copyable>(
  _ step: () throws(CryptographyFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(CryptographyFailure) {
    return try step()
  } catch {
    throw VaultFailure(error)
  }
}
