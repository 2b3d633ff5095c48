internal import AcquisLedger
internal import Cryptography
internal import EventLog
internal import Events
internal import Glibc
internal import SQLite
internal import SQLiteLog
internal import Vault

/// A ledger's place, and its stores opened.
struct Ledger: Sendable {
  /// The path of the log; the vault and the master key lie beside it.
  let path: String
  /// Where what is noticed on the way is told.
  let output: Output

  /// Its path within a text.
  var shown: String { Shown.onOneLine(path) }

  /// The ledger at a path.
  init(path: String, _ output: Output) {
    self.path = path
    self.output = output
  }

  /// The ledger a command was called for.
  ///
  /// - Throws: ``Failure/usage(_:)`` for a shared ledger, which this program does not speak to yet.
  init(_ invocation: Invocation) throws(Failure) {
    output = invocation.output
    path =
      invocation.option("ledger") ?? Environment.variable("ACQUIS_LEDGER") ?? "acquis.ledger"
    if path.hasPrefix("postgres://") {
      throw .usage(
        Text(
          "un registre partagé (postgres://…) n’est pas encore possible ; donnez un fichier",
          "a shared ledger (postgres://…) is not available yet; give a file's path"))
    }
    if path.isEmpty {
      throw .usage(Text("--ledger : un chemin est attendu", "--ledger: expected a path"))
    }
    guard Folder.mayHold(path) else {
      throw .usage(
        Text("--ledger : ce chemin est trop long", "--ledger: this path is too long"))
    }
  }

  /// Opens the log to be asked.
  func log() throws(LogFailure) -> some EventLog {
    try SQLiteLog(opening: path, access: .readOnly, clock: SystemClock.now)
  }

  /// Opens the log to be added to, and sees that it holds what it last signed: nothing is added to a
  /// history that was cut or rewritten.
  ///
  /// Clears what a killed making left beside it.
  ///
  /// - Parameter isClockAccepted: whether the machine's clock was said to be right.
  func writableLog(isClockAccepted: Bool = false) throws -> some EventLog {
    MakingFolder.clear(beside: file, isAwaited: true)
    let log = try Failure.recording(at: path) { () throws(LogFailure) in
      try SQLiteLog(
        opening: path, access: .readWrite, clock: SystemClock.now,
        trust: SystemClock.trust(isAccepted: isClockAccepted))
    }
    try refuseOtherHistory(log)
    warnOfSharedDrive()
    return log
  }

  /// - Throws: ``Failure/ledger(_:)`` where the log contradicts the last checkpoint it signed.
  func refuseOtherHistory(_ log: some EventLog) throws {
    do {
      try log.checkLastSigned(beside: file)
    } catch AuditFailure.notPermitted(.notes) {
      output.note(
        Text(
          "le fichier .signed n’est pas lisible par cet utilisateur : le dernier état signé n’a pas été comparé",
          "the .signed file is not this user's to read: the last signed state was not compared"
        ).at(path))
    } catch let reason as Discontinuity {
      throw Failure.ledger(
        Text(
          "le registre ne continue pas son dernier état signé : \(reason.text.french) ; "
            + "rien n’a été changé, voyez `acquis audit verify`",
          "the log does not continue its last signed state: \(reason.text.english); "
            + "nothing was changed, see `acquis audit verify`"
        ).at(path))
    }
  }

  /// Says so where it lies, or will lie, on a drive that other machines may write to as well.
  func warnOfSharedDrive() {
    guard NetworkDrive.isInUserSpace(Folder.of(file)) else { return }
    output.note(
      Text(
        "le registre est sur un système de fichiers FUSE ou virtiofs : s’il est partagé entre machines, "
          + "les verrous n’y tiennent pas",
        "the ledger lies on a FUSE or virtiofs file system: if several machines share it, locks do not "
          + "hold there"
      ).at(path))
  }

  /// What the vault is opened for.
  enum Purpose {
    case toRead
    /// A vault that is bound to no ledger yet is bound to this one.
    case toSeal
  }

  /// Opens the vault of this ledger.
  ///
  /// It lies beside the file itself, not beside a link to it.
  ///
  /// It is held against the log: where it is older, or another ledger's, that is said, and it refuses
  /// those persons whom something does not match for.
  ///
  /// - Throws: ``VaultFailure``, `anotherLedgers` where two ledgers' vaults were exchanged.
  func vault(_ purpose: Purpose) throws(VaultFailure) -> Vault {
    let vault = try Vault(beside: file)
    do {
      let log = try log()
      if let mark = try log.mark() {
        try vault.check(ledger: mark.bytes, isNoted: purpose == .toSeal)
      }
      let comparison = try VaultComparison(of: log, with: vault)
      if let failure = comparison.failure { output.note(failure.told.at(path)) }
    } catch let failure as VaultFailure {
      throw failure
    } catch let failure as LogFailure {
      throw .uncompared(failure.text)
    } catch {
      throw .uncompared(Text(verbatim: "\(type(of: error))"))
    }
    return vault
  }

  /// Reads the key that signs its checkpoints.
  ///
  /// - Parameter isMade: whether it is made where there is none, for a ledger older than its key.
  func key(isMade: Bool = false) throws -> LogKey {
    if isMade {
      // A key beside nothing would be the first that a later ledger signs with.
      _ = try log()
      let isNew = !LogKey.exists(beside: file)
      try LogKey.makeIfMissing(beside: file)
      if isNew { output.noteDone(.keyMade) }
    }
    return try LogKey(beside: file)
  }

  /// The checkpoints it has signed; none, and that is said, where the file is not this user's to read.
  func signedCheckpoints() throws(AuditFailure) -> SignedCheckpoints {
    do throws(AuditFailure) { return try SignedCheckpoints(beside: file) } catch {
      guard case .notPermitted(.notes) = error else { throw error }
      output.note(
        Text(
          "le fichier .signed n’est pas lisible par cet utilisateur : les points de contrôle gardés n’ont "
            + "pas été vérifiés",
          "the .signed file is not this user's to read: the stored checkpoints were not checked"
        ).at(path))
      return SignedCheckpoints()
    }
  }

  /// The path of the file itself, where a link leads to it.
  var file: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
