internal import AcquisLedger
internal import EventLog
internal import Events
internal import Glibc
internal import SQLiteLog
internal import TransparencyLog

/// A new ledger from an exact copy, and what vouches for it.
struct Restoration {
  private let file: String
  private let keys: [VerifierKey]
  private let given: [SignedNote]

  /// - Parameters:
  ///   - file: the copy; `-` is standard input.
  ///   - keys: those trusted for the checkpoints; none: those of the copy, which vouch for no more than
  ///     the copy does.
  ///   - given: checkpoints that were kept elsewhere.
  init(of file: String, keys: [VerifierKey], against given: [SignedNote]) {
    self.file = file
    self.keys = keys
    self.given = given
  }

  /// Makes the ledger; nothing is left of it, or of its notes, where this fails.
  ///
  /// - Throws: ``Failure``: 2 naming the line of a copy that is none, 1 where a root or a checkpoint does
  ///   not hold.
  func make(_ ledger: Ledger, vault: NewLedger.VaultCare) throws -> Restored {
    var restored: Restored?
    defer { ledger.output.endProgress() }
    try NewLedger.make(at: ledger, vault: vault) { draft in
      let (head, copy) = try events(into: draft.log, ledger.output)
      let notes = copy.checkpoints.map(\.note)
      let told = copy.end?.keys ?? []
      try vouch(for: draft.log, notes + given, keys.isEmpty ? told : keys)
      if !notes.isEmpty, !Folder.holds(KeptNotes.path(ledger)) {
        try KeptNotes.keep(notes, of: draft.ledger)
        try VerifierKeys(trusted(among: told)).keep(beside: draft.ledger.file)
      }
      restored = Restored(
        head: head, checkpoints: notes.count + given.count,
        trust: !keys.isEmpty ? .given : !told.isEmpty ? .copy : nil)
    }
    guard let restored else { throw LogFailure.missing }
    return restored
  }

  /// The keys that stay with the notes, in the copy's order: of those that it tells, the ones given,
  /// where any were.
  private func trusted(among told: [VerifierKey]) -> [VerifierKey] {
    if keys.isEmpty { return told }
    return told.filter(keys.contains) + keys.filter { !told.contains($0) }
  }

  /// Takes the events in.
  private func events(
    into log: SQLiteLog, _ output: Output
  ) throws -> (LogHead, ExactCopyReader) {
    var lines = try InputLines(file)
    var reader = ExactCopyReader()
    var count = 0
    let head: LogHead
    do {
      head = try log.restore {
        count += 1
        if count % 10_000 == 0 {
          output.progress(Text("\(count) événements lus", "\(count) events read"))
        }
        return try reader.next {
          () throws(Failure) in try lines.next(atMost: ExactCopy.longestLine)
        }
      }
    } catch let failure as CopyFailure {
      throw refused(failure.problem.told, at: failure.line)
    } catch let failure as LogFailure {
      // The copy's events are its first lines.
      guard let index = failure.index else { throw failure }
      throw refused(failure.told.of(field: failure.field), at: index + 1)
    }
    guard reader.end?.root == head.root else {
      throw Failure.check(
        Text(
          "la racine n’est pas celle que dit la copie : un événement a été changé",
          "the root is not the one the copy tells: an event was changed"
        ).at(file))
    }
    return (head, reader)
  }

  private func refused(_ reason: Text, at line: Int) -> Failure {
    .input(
      reason.then(Text("aucun registre n’a été fait", "no ledger was made")).at("\(file):\(line)"))
  }

  private func vouch(for log: SQLiteLog, _ notes: [SignedNote], _ keys: [VerifierKey]) throws {
    guard !notes.isEmpty || self.keys.isEmpty else {
      throw Failure.check(
        Text(
          "aucun point de contrôle n’accompagne la copie : --key n’a rien à vérifier",
          "no checkpoint comes with the copy: --key has nothing to verify"
        ).at(file))
    }
    do {
      try Vouching(notes, keys: keys).check(log)
    } catch let breach as Vouching.Breach {
      throw Failure.check(breach.text.at(file))
    }
  }
}
