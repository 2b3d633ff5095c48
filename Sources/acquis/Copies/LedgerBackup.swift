internal import EventLog
internal import Events
internal import Glibc
internal import SQLiteLog
internal import TransparencyLog
internal import Vault

/// A copy of a log and of its vault, whole or not at all, taken while others write.
///
/// The vault is copied after the log. A key is durable before the event that uses it, so that every key
/// the copied events were sealed under is in the later copy of the vault: but for the keys of who was
/// erased between the two, whose texts no copy may open.
struct LedgerBackup {
  /// What was made.
  struct Made {
    /// The name of the ledger's file.
    let name: String
    /// When.
    let at: Instant
    /// The end of the copied log.
    let head: LogHead
    /// Each part's folder.
    let folders: [(part: BackupPart, path: String)]

    /// Whether this part was copied.
    func has(_ part: BackupPart) -> Bool { folders.contains { $0.part == part } }
  }

  private let ledger: Ledger
  private let folder: String

  init(of ledger: Ledger, into folder: String) {
    self.ledger = ledger
    self.folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
  }

  /// Makes the copies.
  ///
  /// - Throws: nothing is left behind then.
  func make(withMaster: Bool) throws -> Made {
    guard !folder.isEmpty else {
      throw Failure.usage(Text("FOLDER : un chemin est attendu", "FOLDER: expected a path"))
    }
    let log = try SQLiteLog(opening: ledger.path, access: .readOnly, clock: SystemClock.now)
    try KeptNotes.check(log, of: ledger)
    let madeFolder = mkdir(folder, 0o777) == 0
    guard madeFolder || errno == EEXIST else { throw Failure.system(at: folder) }
    BackupFolder.clear(folder)
    do {
      try checkVault()
      return try copies(of: log, withMaster: withMaster)
    } catch {
      if madeFolder { rmdir(folder) }
      throw error
    }
  }

  private func copies(of log: SQLiteLog, withMaster: Bool) throws -> Made {
    let (name, at) = (Folder.name(ledger.file), SystemClock.now())
    let stamp = String(at.description.prefix(19)).filter { $0 != ":" } + "Z"
    let hasVault = Folder.holds(ledger.file + ".vault")
    let parts: [BackupPart] = [.log] + (hasVault ? [.vault] : []) + (withMaster ? [.master] : [])
    let draft = try BackupFolder(stamp, in: folder)
    let places = try parts.map { part throws(Failure) in
      (part: part, draft: try draft.add(part, mode: part == .log ? 0o755 : 0o700))
    }
    func path(_ part: BackupPart) -> String? {
      places.first { $0.part == part }.map { "\($0.draft)/\(name)" }
    }
    let head = try copyLog(log, to: path(.log) ?? "")
    // Before the keys are copied: no copy holds the key of a person whose erasure does not name it.
    if hasVault {
      let place =
        Ledger(path: folder, ledger.output).file + "/" + Folder.name(draft.place(of: .vault))
      try Vault.noteBackup(beside: ledger.file, at: at, place: place, fingerprint: "")
    }
    if let vault = path(.vault) {
      let isOpened = try writing { () throws(VaultFailure) in
        try Vault.copy(
          beside: ledger.file, to: vault + ".vault", masterTo: path(.master).map { $0 + ".master" })
      }
      if !isOpened { warnOfUnopened() }
    } else if withMaster {
      throw VaultFailure.missing
    }
    let made = Made(
      name: name, at: at, head: head, folders: parts.map { ($0, draft.place(of: $0)) })
    for (part, folder) in places {
      let language = ledger.output.language
      let name = Text("LISEZ-MOI.txt", "README.txt").text(in: language)
      var file = try NewFile("\(folder)/\(name)")
      try file.write(Array(part.instructions(made).text(in: language).utf8))
      try file.keep()
    }
    try draft.keep(parts)
    return made
  }

  /// Sees that the vault is this ledger's, and says so where it is older than its log. Without its master
  /// key it cannot be asked.
  private func checkVault() throws(VaultFailure) {
    do throws(VaultFailure) { _ = try ledger.vault(.toRead) } catch {
      switch error {
      case .missing, .masterKeyMissing, .wrongMasterKey, .notAMasterKey: break
      default: throw error
      }
    }
  }

  /// Copies the log, its notes and the keys that verify them, and reads the copy once.
  private func copyLog(_ log: SQLiteLog, to path: String) throws -> LogHead {
    // Read before the log: no note is then of a longer one.
    if Folder.holds(KeptNotes.path(ledger)) {
      for (suffix, mode) in [(".signed", mode_t(0o600)), (".vkeys", 0o644)]
      where Folder.holds(ledger.file + suffix) {
        var file = try NewFile(path + suffix, mode: mode)
        try file.write(InputFile.read(ledger.file + suffix))
        try file.keep()
      }
    }
    let head = try writing { () throws(LogFailure) in try log.copy(to: path) }
    guard try SQLiteLog.head(ofCopyAt: path) == head else {
      throw Failure.ledger(
        Text(
          "la copie n’est pas ce qui a été copié ; rien n’a été gardé",
          "the copy is not what was copied; nothing was kept"
        ).at(path))
    }
    return head
  }

  private func warnOfUnopened() {
    ledger.output.note(
      Text(
        "la clé maîtresse n’est pas à côté du registre, ou est celle d’un autre coffre : "
          + "cette copie du coffre n’a pas pu être essayée",
        "the master key is not beside the ledger, or is another vault's: this copy of the vault could "
          + "not be tried"
      ))
  }

  /// Runs a step that reads the ledger and writes into the backup's folder, and tells a full disk where
  /// it is.
  private func writing<Value, Problem: Error & Equatable>(
    _ step: () throws(Problem) -> Value
  ) throws -> Value {
    do throws(Problem) {
      return try step()
    } catch {
      let isFull = error as? LogFailure == .full || error as? VaultFailure == .full
      throw isFull ? Failure.noSpace(at: folder) : error
    }
  }
}
