public import EventLog

extension Ledger {
  /// Writes an exact copy of the log, with its signed checkpoints and the keys that verify them, line by
  /// line. The copy contains no person's key and no signing key.
  ///
  /// - Parameter write: called with each line, its newline included.
  /// - Returns: the end of the copied log.
  /// - Throws: ``Contradiction`` if the log is not what it signed; the errors of `write`; the failures of
  ///   the log and of the files beside it.
  public func export(_ write: ([UInt8]) throws -> Void) throws -> LogHead {
    let log = try log()
    // Read before the log, so that no note signs more events than the copy has.
    let (notes, keys) = try (keptNotes(), verifierKeys().keys)
    return try ExactCopy.write(log, checkpoints: notes, keys: keys, write)
  }
}
