/// A log that can be filled from an exact copy of another. Every store conforms; only code that
/// creates a ledger uses it.
///
/// Separate from ``EventLog``, so that code that records events cannot choose their instants.
public protocol RestorableLog: EventLog {
  /// Fills this empty log with an exact copy of another, atomically and durably; events keep their
  /// instants.
  ///
  /// Cost: memory for a few events, independent of the copy's length; in a file, twice the copy's
  /// space until the journal is emptied.
  ///
  /// - Parameter next: returns the copy's next event, nil at its end. It must not call the log; its
  ///   error ends the restore and is rethrown.
  /// - Returns: the end of the restored log.
  /// - Throws: ``LogFailure/notEmpty``, ``LogFailure/idTwice(index:by:)``,
  ///   ``LogFailure/instantBack(index:)``, ``LogFailure/notYet(index:)``,
  ///   ``LogFailure/unknownEntry(index:)``, ``LogFailure/wrongSubjects(index:)``, the cases about
  ///   the file, and what the closure throws; the log is still empty then.
  func restore(_ next: () throws -> RestoredEvent?) throws -> LogHead
}
