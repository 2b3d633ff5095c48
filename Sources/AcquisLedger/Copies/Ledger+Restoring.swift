public import EventLog
internal import Files
public import TransparencyLog

/// The result of a restoration.
public struct Restored: Sendable {
  /// The origin of the keys that verified the checkpoints.
  public enum Trust: String, Sendable {
    /// Given by the person who restores.
    case given
    /// Taken from the copy: anyone who could change the copy could change them too.
    case copy
  }

  /// The end of the new log.
  public let head: LogHead
  /// How many checkpoints the log was compared with, successfully.
  public let checkpoints: Int
  /// Nil if there was no key and no signature was verified.
  public let trust: Trust?
}

/// Why no ledger was restored from an exact copy.
public enum RestoreFailure: Error, Sendable {
  /// The log refused the event on this line, counted from 1.
  case event(LogFailure, line: Int)
  /// The root is not the one that the copy states: an event was changed.
  case otherRoot
  /// Keys were given, and no checkpoint comes with the copy.
  case nothingToVerify
  /// The log contradicts a checkpoint, or a signature is not valid.
  case checkpoint(RequiredCheckpoints.Failure)
}

extension Ledger {
  /// Creates the ledger from an exact copy of another's log, and compares it with the checkpoints.
  ///
  /// - Parameters:
  ///   - keys: trusted to verify the checkpoints; if empty, the copy's own keys, which prove no more than
  ///     the copy does.
  ///   - given: checkpoints kept elsewhere, which the copy must continue.
  ///   - option: whether a vault is created.
  ///   - progress: called every 10,000 events with the number read.
  ///   - line: returns the copy's next line, at most the given number of bytes of it, its newline
  ///     included; empty at the end.
  /// - Throws: ``CopyFailure`` naming the malformed line, ``RestoreFailure``, the errors of `line`, and
  ///   those of ``create(vault:fill:)``. Nothing is left of the ledger, or of its notes, then.
  public func restore(
    keys: [VerifierKey], against given: [SignedNote], vault option: VaultOption,
    progress: (Int) -> Void = { _ in }, nextLine line: (Int) throws -> [UInt8]
  ) throws -> Restored {
    var restored: Restored?
    try create(vault: option) { draft in
      let (head, copy) = try Self.events(into: draft.log, progress, line)
      let notes = copy.checkpoints.map(\.note)
      let named = copy.end?.keys ?? []
      guard !(notes + given).isEmpty || keys.isEmpty else { throw RestoreFailure.nothingToVerify }
      do {
        try RequiredCheckpoints(notes + given, keys: keys.isEmpty ? named : keys).check(draft.log)
      } catch let failure as RequiredCheckpoints.Failure {
        throw RestoreFailure.checkpoint(failure)
      }
      if !notes.isEmpty, !Folder.exists(place.beside + ".signed") {
        try SignedCheckpoints.create(notes, beside: draft.ledger.place.beside)
        try VerifierKeys(Self.kept(of: named, trusting: keys)).keep(
          beside: draft.ledger.place.beside)
      }
      restored = Restored(
        head: head, checkpoints: notes.count + given.count,
        trust: !keys.isEmpty ? .given : !named.isEmpty ? .copy : nil)
    }
    guard let restored else { throw LogFailure.missing }
    return restored
  }

  /// The keys to store with the notes, in the copy's order: all of the copy's, or only the trusted ones if
  /// some were given.
  private static func kept(of named: [VerifierKey], trusting keys: [VerifierKey]) -> [VerifierKey] {
    if keys.isEmpty { return named }
    return named.filter(keys.contains) + keys.filter { !named.contains($0) }
  }

  private static func events(
    into log: some LedgerStore, _ progress: (Int) -> Void, _ line: (Int) throws -> [UInt8]
  ) throws -> (LogHead, ExactCopyReader) {
    var reader = ExactCopyReader()
    var count = 0
    let head: LogHead
    do {
      head = try log.restore {
        count += 1
        if count % 10_000 == 0 { progress(count) }
        return try reader.next { try line(ExactCopy.longestLine) }
      }
    } catch let failure as LogFailure {
      // The copy's events are its first lines.
      guard let index = failure.index else { throw failure }
      throw RestoreFailure.event(failure, line: index + 1)
    }
    guard reader.end?.root == head.root else { throw RestoreFailure.otherRoot }
    return (head, reader)
  }
}
