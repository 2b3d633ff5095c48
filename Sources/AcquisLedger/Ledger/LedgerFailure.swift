public import Events
public import Files

/// Why something could not be done with a ledger's files.
public enum LedgerFailure: Error, Sendable {
  /// Something lies at this path, where a ledger's file was to be made.
  case alreadyThere(String)
  /// There is no folder for this path to lie in.
  case noFolder(String)
  /// The log does not continue the last state that it signed: nothing is added to it.
  case notContinued(Discontinuity)
  /// The log is not what it signed: nothing is copied of it.
  case contradictsSigned(CheckpointDefect)
  /// The file at this path could not be used.
  case file(FileFailure, at: String)
  /// A question names a position beyond the end of the log, which is this one.
  case notKnownYet(last: Position)
  /// A backup of this name is there already.
  case backupThere(String)
}

/// Does the work on a file, and throws its failure with the path.
func at<Value: ~Copyable>(
  _ path: String, _ body: () throws(FileFailure) -> Value
) throws(LedgerFailure) -> Value {
  do throws(FileFailure) { return try body() } catch { throw .file(error, at: path) }
}
