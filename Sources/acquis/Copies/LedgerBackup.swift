internal import EventLog
internal import Events
internal import Glibc
internal import SQLiteLog
internal import Transparency
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
      throw Failure.usage(Wording("FOLDER : un chemin est attendu", "FOLDER: expected a path"))
    }
    let log = try SQLiteLog(opening: ledger.path, access: .readOnly, clock: SystemClock.now)
    let hasVault = Folder.holds(ledger.file + ".vault")
    let madeFolder = mkdir(folder, 0o777) == 0
    guard madeFolder || errno == EEXIST else { throw Failure.system(at: folder) }
    BackupFolder.clear(folder)
    do {
      return try copies(of: log, hasVault: hasVault, withMaster: withMaster)
    } catch {
      if madeFolder { rmdir(folder) }
      throw error
    }
  }

  private func copies(of log: SQLiteLog, hasVault: Bool, withMaster: Bool) throws -> Made {
    let (name, at) = (Folder.name(ledger.file), SystemClock.now())
    let stamp = String(at.description.prefix(19)).filter { $0 != ":" } + "Z"
    var parts: [(part: BackupPart, folder: BackupFolder)] = []
    defer { for (_, folder) in parts { folder.forget() } }
    func draft(_ part: BackupPart, mode: mode_t) throws(Failure) -> BackupFolder {
      let folder = try BackupFolder("\(part.rawValue)-\(stamp)", in: folder, mode: mode)
      parts.append((part, folder))
      return folder
    }
    let logFolder = try draft(.log, mode: 0o755)
    // Read before the log: no note is then of a longer one.
    let notes = KeptNotes.path(ledger)
    if Folder.holds(notes) {
      try logFolder.write(InputFile.read(notes), to: name + ".signed", mode: 0o600)
    }
    let head = try writing { () throws(LogFailure) in
      try log.copy(to: "\(logFolder.draft)/\(name)")
    }
    if hasVault {
      let path = "\(try draft(.vault, mode: 0o700).draft)/\(name).vault"
      try writing { () throws(VaultFailure) in
        try Vault.copy(beside: ledger.file, to: path)
      }
    }
    if withMaster {
      let path = "\(try draft(.master, mode: 0o700).draft)/\(name).master"
      try writing { () throws(VaultFailure) in
        try Vault.copyMasterKey(beside: ledger.file, to: path)
      }
    }
    let made = Made(
      name: name, at: at, head: head, folders: parts.map { ($0.part, $0.folder.path) })
    for (part, folder) in parts {
      try folder.write(
        Array(part.instructions(made).text.utf8), to: Wording("LISEZ-MOI.txt", "README.txt").text,
        mode: 0o644)
    }
    try note(parts, at: at)
    try keep(parts.map(\.folder))
    return made
  }

  /// Notes the vault's copy in the vault, before the copy has its name: none is kept that the receipt of
  /// an erasure does not tell. Without the master key no note can be made; that is said.
  private func note(_ parts: [(part: BackupPart, folder: BackupFolder)], at: Instant) throws {
    guard let folder = parts.first(where: { $0.part == .vault })?.folder else { return }
    let place = Ledger(path: self.folder).file + "/" + Folder.name(folder.path)
    do throws(VaultFailure) {
      try ledger.vault(.toRead).noteBackup(at: at, place: place, fingerprint: "")
    } catch {
      guard error == .masterKeyMissing else { throw error }
      Output.note(
        Wording(
          "sans la clé maîtresse, cette copie du coffre n’est pas notée : le reçu d’un effacement ne la nommera pas",
          "without the master key this copy of the vault is not noted: an erasure's receipt will not name it"
        ).text)
    }
  }

  /// Gives every part its name, or none.
  private func keep(_ parts: [BackupFolder]) throws(Failure) {
    var kept: [BackupFolder] = []
    do throws(Failure) {
      for part in parts {
        try part.keep()
        kept.append(part)
      }
      try Folder.sync(folder)
    } catch {
      for part in kept { BackupFolder.remove(part.path) }
      throw error
    }
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
