/// A log that can be made from an exact copy of another: every store's, in the hands of who makes one.
///
/// Apart from ``EventLog``, so that whoever records is never given a way around the clock.
public protocol RestorableLog: EventLog {
  /// Takes in an exact copy of another log, whole or not at all and durably: each event with the
  /// instant it has there, for which no clock is asked. Only an empty log takes one.
  ///
  /// Cost: memory for a few events, whatever the copy's length; in a file, twice the copy's room until
  /// the journal is emptied.
  ///
  /// - Parameter next: answers the copy's next event, nil at its end. It must not call the log; its
  ///   error ends the copy and is thrown on.
  /// - Throws: ``LogFailure/notEmpty``; where the index of a failure counts the copy's events from 0,
  ///   ``LogFailure/idTwice(index:by:)``, ``LogFailure/instantBack(index:)`` and those of an append.
  func restore(_ next: () throws -> CopiedEvent?) throws -> LogHead
}
