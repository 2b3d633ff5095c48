public import Cryptography
internal import Files
internal import Glibc
internal import SQLite

/// Why who may do what, or what was opened, could not be read or written. No case contains a line of a file.
public enum AccessFailure: Error, Equatable, Sendable {
  /// One of the two files beside the ledger; the raw value is its suffix.
  public enum File: String, Sendable {
    /// Who may do what.
    case access = ".access"
    /// What was opened from the vault.
    case opened = ".opened"
  }

  /// Users other than the owner may read or write it.
  case openToOthers(File)
  /// It belongs to another user than the one that this process acts as.
  case othersFile(File)
  /// The line of this number, from 1, is not one that this program writes.
  case badLine(Int)
  /// The file is not one of this program's.
  case foreign(File)
  /// Its format number is higher than this program knows.
  case newerFormat(File, found: Int, known: Int)
  /// It is larger than this limit, in bytes.
  case tooLong(File, limit: Int)
  /// Another process held the lock for the whole waiting time.
  case busy(File, seconds: Int)
  /// This user may not read or write it or its folder.
  case notPermitted(File)
  /// No space is left on the device.
  case full(File)
  /// The file is damaged; SQLite's text says how.
  case damaged(File, String)
  /// A system call or SQLite failed. The code is an `errno` or SQLite's extended result code.
  case system(File, code: Int, String)
  /// libcrypto failed.
  case unavailable(CryptographyFailure)
}

extension AccessFailure {
  init(_ failure: FileFailure, _ file: File) {
    self =
      switch failure {
      case .openToOthers: .openToOthers(file)
      case .tooLong(let limit): .tooLong(file, limit: limit)
      case .busy(let seconds): .busy(file, seconds: seconds)
      case .system where failure.isNoSpace: .full(file)
      case .system where failure.isNotPermitted: .notPermitted(file)
      case .system(let code): .system(file, code: Int(code), failure.message)
      }
  }

  /// - Parameter timeout: the connection's busy timeout, in seconds.
  init(_ failure: SQLiteFailure, timeout: Int) {
    let file = File.opened
    self =
      switch failure.kind {
      case .busy: .busy(file, seconds: timeout)
      case .full: .full(file)
      case .readOnly: .notPermitted(file)
      case .notADatabase: .foreign(file)
      case .corrupt: .damaged(file, failure.message)
      case .inputOutput, .cannotOpen:
        failure.systemError == 0
          ? .system(file, code: Int(failure.code), failure.message)
          : AccessFailure(FileFailure.system(code: failure.systemError), file)
      case .constraint, .sql, .other:
        .system(file, code: Int(failure.code), failure.message)
      }
  }
}

/// Runs `body`; maps an error about one of the files to ``AccessFailure``.
func mapErrors<Value: ~Copyable>(
  _ file: AccessFailure.File, _ body: () throws(FileFailure) -> Value
) throws(AccessFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw AccessFailure(error, file) }
}

/// Runs `body`; maps an error of SQLite to ``AccessFailure``.
func mapErrors<Value: ~Copyable>(
  _ timeout: Int, _ body: () throws(SQLiteFailure) -> Value
) throws(AccessFailure) -> Value {
  do throws(SQLiteFailure) { return try body() } catch {
    throw AccessFailure(error, timeout: timeout)
  }
}

/// Runs `body`; maps an error of libcrypto to ``AccessFailure``.
func mapErrors<Value>(
  _ body: () throws(CryptographyFailure) -> Value
) throws(AccessFailure) -> Value {
  do throws(CryptographyFailure) { return try body() } catch { throw .unavailable(error) }
}

extension FileStamp {
  /// - Throws: ``AccessFailure/othersFile(_:)``, ``AccessFailure/openToOthers(_:)``.
  func checkOwner(as file: AccessFailure.File) throws(AccessFailure) {
    guard isOwn else { throw .othersFile(file) }
    guard isOwnerOnly else { throw .openToOthers(file) }
  }
}
