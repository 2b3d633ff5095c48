public import Events
public import Files

/// Why something could not be done with a ledger's files.
public enum LedgerFailure: Error, Sendable {
  /// A ledger's file was to be created at this path, where there is a file already.
  case alreadyThere(String)
  /// A ledger was to be created where this file of a former ledger is: who may use it, or what was opened.
  case formerAccess(String)
  /// The folder of this path does not exist.
  case noFolder(String)
  /// The log does not continue its last signed state; nothing is appended to it.
  case notContinued(Discontinuity)
  /// The log is not what it signed; nothing of it is copied.
  case contradictsSigned(CheckpointDefect)
  /// The file at this path could not be used.
  case file(FileFailure, at: String)
  /// A question names a position beyond the last one.
  case notKnownYet(last: Position)
  /// There is already a backup, or a part of one, at this path.
  case backupThere(String)
  /// A ledger was to be moved where the keys of persons are at this place, or the master key in this file: another's, or
  /// left by a move that was killed.
  case keysThere(String, master: String)
  /// A move ended once the copy, with its keys, was at this place, where it stays.
  case copyStays(at: String, UnfinishedMove)
}

/// Why a move ended after the copy was made.
public enum UnfinishedMove: Sendable {
  /// The copy could not be verified, or the ledger could not leave: it goes on where it was.
  case notMoved(any Error)
  /// The ledger could not be asked any more whether it has left.
  case maybeMoved(any Error)
}

/// Runs `body`; its failure is thrown with the path.
func at<Value: ~Copyable>(
  _ path: String, _ body: () throws(FileFailure) -> Value
) throws(LedgerFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw .file(error, at: path) }
}
