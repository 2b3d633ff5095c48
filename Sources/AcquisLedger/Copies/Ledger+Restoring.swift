public import EventLog
internal import Files
public import TransparencyLog

/// What came of a restoration.
public struct Restored: Sendable {
  /// Where the keys come from that verified the checkpoints.
  public enum Trust: String, Sendable {
    /// From the person who restores.
    case given
    /// From the copy itself, which whoever wrote it may have changed.
    case copy
  }

  /// The end of the new log.
  public let head: LogHead
  /// How many checkpoints hold.
  public let checkpoints: Int
  /// Whose keys verified them; nil where there was none.
  public let trust: Trust?
}

/// Why no ledger was made from an exact copy.
public enum RestoreFailure: Error, Sendable {
  /// The event of this line, from 1, is not what it should be.
  case event(LogFailure, line: Int)
  /// The root is not the one that the copy names: an event was changed.
  case otherRoot
  /// Keys were given, and no checkpoint comes with the copy.
  case nothingToVerify
  /// A checkpoint does not hold.
  case checkpoint(RequiredCheckpoints.Failure)
}

extension Ledger {
  /// Makes the ledger from an exact copy of another's log, and sees that what vouches for it holds.
  ///
  /// - Parameters:
  ///   - keys: those trusted for the checkpoints; none: those of the copy, which vouch for no more than
  ///     the copy does.
  ///   - given: checkpoints that were kept elsewhere: the copy must continue them.
  ///   - care: what is done about the vault.
  ///   - progress: called now and then with the number of events read.
  ///   - line: answers the copy's next line, at most so many bytes of it, its newline included; empty at
  ///     the end.
  /// - Throws: ``CopyFailure`` naming the line of a copy that is none, ``RestoreFailure``, what `line`
  ///   throws, and as ``create(vault:fill:)``. Nothing is left of the ledger, or of its notes, then.
  public func restore(
    keys: [VerifierKey], against given: [SignedNote], vault care: VaultOption,
    progress: (Int) -> Void = { _ in }, nextLine line: (Int) throws -> [UInt8]
  ) throws -> Restored {
    var restored: Restored?
    try create(vault: care) { draft in
      let (head, copy) = try Self.events(into: draft.log, progress, line)
      let notes = copy.checkpoints.map(\.note)
      let named = copy.end?.keys ?? []
      guard !(notes + given).isEmpty || keys.isEmpty else { throw RestoreFailure.nothingToVerify }
      do {
        try RequiredCheckpoints(notes + given, keys: keys.isEmpty ? named : keys).check(draft.log)
      } catch let breach as RequiredCheckpoints.Failure {
        throw RestoreFailure.checkpoint(breach)
      }
      if !notes.isEmpty, !Folder.holds(path + ".signed") {
        try SignedCheckpoints.create(notes, beside: draft.ledger.path)
        try VerifierKeys(Self.kept(of: named, trusting: keys)).keep(beside: draft.ledger.path)
      }
      restored = Restored(
        head: head, checkpoints: notes.count + given.count,
        trust: !keys.isEmpty ? .given : !named.isEmpty ? .copy : nil)
    }
    guard let restored else { throw LogFailure.missing }
    return restored
  }

  /// The keys that stay with the notes, in the copy's order: of those that it names, the ones given, where
  /// any were.
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
