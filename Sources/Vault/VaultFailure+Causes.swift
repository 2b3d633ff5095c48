internal import Cryptography
internal import Files
internal import Glibc
internal import PostgreSQL
internal import SQLite

extension VaultFailure {
  /// - Parameter timeout: the connection's busy timeout, in seconds.
  init(_ failure: SQLiteFailure, timeout: Int) {
    switch failure.kind {
    case .busy: self = .busy(seconds: timeout)
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

  /// - Parameter timeout: the connection's lock timeout, in seconds.
  init(_ failure: PostgresFailure, timeout: Int) {
    switch failure.kind {
    case .locked, .serialisation: self = .busy(seconds: timeout)
    case .exists: self = .alreadyThere
    case .missing: self = .missing
    case .full: self = .full
    case .readOnly: self = .readOnly
    case .connection: self = .server(.unreachable, failure.message)
    case .pooled: self = .server(.pooled, failure.message)
    case .right: self = .server(.noRight, failure.message)
    case .unique, .raised, .cancelled, .other: self = .server(.refused, failure.message)
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

  /// The failure for an `errno`.
  static func of(errno number: Int32) -> VaultFailure {
    switch number {
    case EEXIST: .alreadyThere
    case ENOSPC, EDQUOT, EFBIG: .full
    case EACCES, EPERM, EROFS: .readOnly
    default: unsafe .system(code: Int(number), String(cString: strerror(number)))
    }
  }
}

extension VaultFailure {
  /// - Parameter file: the file that could not be used.
  init(_ failure: FileFailure, _ file: File) {
    switch failure {
    case .system(let code): self = .of(errno: code)
    case .openToOthers: self = .openToOthers(file)
    case .tooLong: self = .damaged("the .\(file.rawValue) file is too long")
    case .busy(let seconds): self = .busy(seconds: seconds)
    }
  }
}

/// Runs `body`; maps an error about one of the vault's files to ``VaultFailure``.
func mapErrors<Value: ~Copyable>(
  _ file: VaultFailure.File, _ body: () throws(FileFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw VaultFailure(error, file) }
}

extension DurableFile {
  /// Creates an empty file for SQLite, accessible to its owner only.
  func createEmpty() throws(VaultFailure) {
    try mapErrors(.vault) { () throws(FileFailure) in
      try unsafe create(UnsafeRawBufferPointer(start: nil, count: 0))
    }
  }
}

/// Runs `body`, which looks at one of the vault's files that only its owner may have access to.
///
/// - Throws: `missing` if there is no file; ``VaultFailure/openToOthers(_:)``,
///   ``VaultFailure/notReadable``.
func checked<Value: ~Copyable>(
  _ file: VaultFailure.File, missing: VaultFailure, _ body: () throws(FileFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(FileFailure) { return try body() } catch {
    if error.isMissing { throw missing }
    if error.isNotPermitted { throw .notReadable }
    throw VaultFailure(error, file)
  }
}

/// Runs `step`; maps a libcrypto error to ``VaultFailure``.
func mapErrors<Value: ~Copyable>(
  _ step: () throws(CryptographyFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(CryptographyFailure) {
    return try step()
  } catch {
    throw VaultFailure(error)
  }
}
