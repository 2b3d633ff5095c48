public import EventLog

extension Ledger {
  /// Writes an exact copy of the log, with the checkpoints it signed and the keys that verify them, line
  /// by line; it holds no key of a person and none that signs.
  ///
  /// - Parameter write: takes a line, its newline included.
  /// - Returns: the end of the copied log.
  /// - Throws: ``LedgerFailure/contradictsSigned(_:)`` where the log is not what it signed; what `write`
  ///   throws; the failures of the log and of the files beside it.
  public func export(_ write: ([UInt8]) throws -> Void) throws -> LogHead {
    let log = try log()
    // Read before the log: none is then of a longer one.
    let (notes, keys) = try (keptNotes(), verifierKeys().keys)
    return try ExactCopy.write(log, checkpoints: notes, keys: keys, write)
  }
}
