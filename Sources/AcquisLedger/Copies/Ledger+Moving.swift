public import EventLog
public import Events
internal import Files
internal import TransparencyLog
internal import Vault

/// The result of a move.
public struct Moved: Sendable {
  /// The end of both logs.
  public let head: LogHead
  /// How many signed checkpoints both were compared with.
  public let checkpoints: Int
}

extension Ledger {
  /// Moves the ledger to another place: an exact copy of its log with its signed checkpoints, its keys and who may use
  /// it; both ends are read whole and compared; then this ledger records nothing more, and says where it went.
  ///
  /// Nobody records in it meanwhile: who tries is told that it is busy. What names persons was opened from here stays
  /// here. The persons' keys are copied too, and the copy that stays is registered with the new vault as one of those
  /// to be destroyed.
  ///
  /// - Parameters:
  ///   - target: where nothing is yet.
  ///   - progress: called now and then with what is done and the last position of it.
  /// - Throws: the errors of ``create(vault:fill:)`` for the target; ``LogFailure``, `defect` for a log that is not
  ///   sound; ``LedgerFailure/contradictsSigned(_:)``; ``VaultFailure``. This ledger is as it was then, and nothing is
  ///   at the target. ``LedgerFailure/copyStays(at:_:)`` once the copy is at its place.
  public func move(
    to target: Ledger, progress: (MoveStep, Position) -> Void = { _, _ in }
  ) throws -> Moved {
    let log = try openedToAppend()
    try checkContinues(log)
    guard let reader = try log.anotherReader() else { throw LogFailure.missing }
    var copy: Moved?
    do {
      try log.leave(for: target.path) { head in
        let notes = try keptNotes()
        try check(head, against: notes) { progress(.verifyingSource, $0) }
        try makeCopy(at: target, of: reader, through: head) { progress(.copying, $0) }
        copy = Moved(head: head, checkpoints: notes.count)
        try target.check(head, against: notes) { progress(.verifyingTarget, $0) }
      }
    } catch {
      guard copy != nil else { throw error }
      // Of a connection that was lost meanwhile it is not known: the ledger itself tells.
      guard try hasLeft(for: target) else {
        throw LedgerFailure.copyStays(at: target.path, .notMoved(error))
      }
    }
    guard let copy else { throw LogFailure.missing }
    return copy
  }

  /// Whether the ledger left for a place after all. Asked anew and under its lock: what was leaving it has ended by
  /// then.
  private func hasLeft(for target: Ledger) throws -> Bool {
    struct Stays: Error {}
    do {
      try openedToAppend().leave(for: target.path) { _ in throw Stays() }
      return false
    } catch is Stays {
      return false
    } catch LogFailure.moved(let place) {
      return place == target.path
    } catch {
      throw LedgerFailure.copyStays(at: target.path, .maybeMoved(error))
    }
  }

  /// Makes the new ledger, completely or not at all: what a reader of this one's log reads, and its other files.
  private func makeCopy(
    at target: Ledger, of reader: any EventLog, through head: LogHead,
    _ progress: (Position) -> Void
  ) throws {
    var (hasMadeVault, isFilled) = (false, false)
    let hadMaster = Folder.exists(target.file + ".master")
    do {
      try target.create(vault: .useExisting) { draft in
        var events = RestoredEvents(of: reader, through: head)
        let copied = try draft.log.restore {
          let event = try events.next()
          if events.last.number.isMultiple(of: 8_192) { progress(events.last) }
          return event
        }
        guard copied == head else { throw LogFailure.copyDiffers }
        try copyKeys(to: draft.ledger.place, of: target.place, &hasMadeVault)
        isFilled = true
      }
    } catch {
      // It is at its place all the same where only its name could not be made durable, or the answer was lost.
      if isFilled, error as? LogFailure != .alreadyThere, target.isThere {
        throw LedgerFailure.copyStays(at: target.path, .notMoved(error))
      }
      // A copy of the persons' keys that nobody knows of.
      if hasMadeVault {
        try? Vault.removeCreated(at: target.place.vaultPlace, keepsMasterKey: hadMaster)
      }
      throw error
    }
  }

  /// Reads the whole log, and compares it with an end and with what was signed.
  private func check(
    _ head: LogHead, against notes: [SignedNote], _ progress: (Position) -> Void
  ) throws {
    let verification = try verify(rootsAt: [], progress: progress)
    if let defect = verification.defects.first { throw LogFailure.defect(defect) }
    guard verification.root == head.root, verification.events == UInt64(head.last.number) else {
      throw LogFailure.copyDiffers
    }
    do { try openedLog().checkSigned(notes) } catch let defect as CheckpointDefect {
      throw LedgerFailure.contradictsSigned(defect)
    }
  }

  /// Copies the keys and the notes beside the draft of the new ledger; nothing where the new ledger uses the same
  /// files.
  ///
  /// - Parameter hasMadeVault: set once a vault was made on a server, which the folder of the creation does not take
  ///   back.
  private func copyKeys(
    to draft: LedgerPlace, of target: LedgerPlace, _ hasMadeVault: inout Bool
  ) throws {
    let isSame = target.files == file
    if !isSame {
      for suffix in [".signing", ".vkeys", ".signed", ".access"] where Folder.exists(file + suffix)
      {
        try copyFile(suffix, to: draft.beside)
      }
    }
    guard hasVault, !(isSame && target.vault == place.vault) else { return }
    if target.vault == place.vault, target.vault != nil {
      // The keys stay on their server; the master key comes along.
      return try copyFile(".master", to: draft.beside)
    }
    let now = clock.now()
    if target.vault == nil {
      _ = try Vault.copy(
        at: place.vaultPlace, to: draft.beside + ".vault",
        masterTo: isSame ? nil : draft.beside + ".master")
      try Vault.registerBackup(
        beside: draft.beside, at: now, place: formerVault, fingerprint: "")
    } else {
      do { try createVault(on: target) } catch VaultFailure.alreadyThere {
        throw LedgerFailure.keysThere(
          target.vaultAddress ?? target.log, master: target.files + ".master")
      }
      hasMadeVault = true
      try Vault.registerBackup(
        of: target.vaultPlace, at: now, place: formerVault, fingerprint: "")
    }
  }

  /// Where the persons' keys were.
  private var formerVault: String { place.vaultAddress ?? file + ".vault" }

  /// Fills a vault on a server with the keys of this one.
  private func createVault(on target: LedgerPlace) throws {
    if place.vault == nil {
      return try Vault.create(at: target.vaultPlace, from: file)
    }
    // From one server to another, by way of a file.
    let between = target.files + ".moving"
    defer { for suffix in [".vault", ".master"] { DurableFile(path: between + suffix).remove() } }
    _ = try Vault.copy(
      at: place.vaultPlace, to: between + ".vault", masterTo: between + ".master")
    try Vault.create(at: target.vaultPlace, from: between)
  }

  private func copyFile(_ suffix: String, to path: String) throws(LedgerFailure) {
    let bytes = try at(file + suffix) { () throws(FileFailure) in
      try DurableFile(path: file + suffix).bytes(atMost: 1 << 30)
    }
    try at(path + suffix) { () throws(FileFailure) in
      var copy = try NewFile(path + suffix, mode: suffix == ".vkeys" ? 0o644 : 0o600)
      try copy.write(bytes)
      try copy.keep()
    }
  }
}

/// What a move is doing.
public enum MoveStep: Sendable {
  case verifyingSource, copying, verifyingTarget
}
