internal import EventLog
internal import Events
internal import Files
internal import Vault

extension Ledger {
  /// Copies the log and its vault, completely or not at all, while other processes write.
  ///
  /// The vault is copied after the log. A key is durable before the event that uses it, so the copy of the
  /// vault has every key that the copied events were sealed under, except the keys of persons erased
  /// between the two copies, whose texts no copy may open.
  ///
  /// - Parameters:
  ///   - folder: the folder that will hold the parts; created if missing.
  ///   - withMaster: whether the master key is copied too, into a part of its own.
  ///   - readme: the name and text of a file that is added to each part's folder.
  /// - Throws: ``LedgerFailure``, ``LogFailure``, ``VaultFailure``, ``SigningFailure``; nothing is left
  ///   behind then.
  public func backUp(
    into folder: String, withMaster: Bool,
    readme: (BackupPart, Backup) -> (name: String, text: String)
  ) throws -> Backup {
    let folder = folder.hasSuffix("/") && folder.count > 1 ? String(folder.dropLast()) : folder
    let log = try openedLog()
    try checkSigned(log)
    let isNew = try at(folder) { () throws(FileFailure) in try Folder.make(folder) }
    BackupFolder.clear(folder)
    do {
      try checkVault()
      return try copies(of: log, into: folder, withMaster, readme)
    } catch {
      if isNew { Folder.removeEmpty(folder) }
      throw error
    }
  }

  /// Checks that the log is what every note signed.
  private func checkSigned(_ log: some EventLog) throws {
    do { try log.checkSigned(keptNotes()) } catch let defect as CheckpointDefect {
      throw LedgerFailure.contradictsSigned(defect)
    }
  }

  private func copies(
    of log: some LedgerStore, into folder: String, _ withMaster: Bool,
    _ readme: (BackupPart, Backup) -> (name: String, text: String)
  ) throws -> Backup {
    let (name, now) = (Folder.name(file), clock.now())
    let stamp = String(now.description.prefix(19)).filter { $0 != ":" } + "Z"
    let hasVault = hasVault
    let parts: [BackupPart] = [.log] + (hasVault ? [.vault] : []) + (withMaster ? [.master] : [])
    let draft = try BackupFolder(stamp, in: folder)
    let places = try parts.map { part throws(LedgerFailure) in
      (part: part, draft: try draft.add(part, mode: part == .log ? 0o755 : 0o700))
    }
    func path(_ part: BackupPart) -> String? {
      places.first { $0.part == part }.map { "\($0.draft)/\(name)" }
    }
    let head = try copyLog(log, to: path(.log) ?? "", in: folder)
    // Registered before the keys are copied: an erasure receipt lists every copy that has the keys.
    if hasVault {
      let place = Folder.resolved(folder) + "/" + Folder.name(draft.place(of: .vault))
      try Vault.registerBackup(
        of: self.place.vaultPlace, at: now, place: place, fingerprint: "")
    }
    if let vault = path(.vault) {
      let isOpened = try writing(into: folder) { () throws(VaultFailure) in
        try Vault.copy(
          at: place.vaultPlace, to: vault + ".vault", masterTo: path(.master).map { $0 + ".master" }
        )
      }
      if !isOpened { report(.copyNotTried) }
    } else if withMaster {
      throw VaultFailure.missing
    }
    let made = Backup(
      name: name, at: now, head: head, folders: parts.map { ($0, draft.place(of: $0)) })
    for (part, folder) in places {
      let readme = readme(part, made)
      try write(Array(readme.text.utf8), to: "\(folder)/\(readme.name)")
    }
    try draft.keep(parts)
    return made
  }

  /// Checks that the vault is this ledger's, and reports if it is older than the log. Not checked if the
  /// master key is missing or does not fit.
  private func checkVault() throws(VaultFailure) {
    do throws(VaultFailure) { _ = try vault(.toRead) } catch {
      switch error {
      case .missing, .masterKeyMissing, .wrongMasterKey, .notAMasterKey: break
      default: throw error
      }
    }
  }

  /// Copies the log, its notes and the keys that verify them.
  private func copyLog(
    _ log: some LedgerStore, to path: String, in folder: String
  ) throws -> LogHead {
    // Read before the log, so that no note signs more events than the copy has.
    let (notes, keys) = (file + ".signed", file + ".vkeys")
    if Folder.exists(notes) { try write(bytes(of: notes), to: path + ".signed", mode: 0o600) }
    if Folder.exists(notes), Folder.exists(keys) { try write(bytes(of: keys), to: path + ".vkeys") }
    return try writing(into: folder) { () throws(LogFailure) in try log.copied(to: path, clock) }
  }

  private func bytes(of path: String) throws(LedgerFailure) -> [UInt8] {
    try at(path) { () throws(FileFailure) in try DurableFile(path: path).bytes(atMost: 1 << 30) }
  }

  private func write(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(LedgerFailure)
  {
    try at(path) { () throws(FileFailure) in
      var file = try NewFile(path, mode: mode)
      try file.write(bytes)
      try file.keep()
    }
  }

  /// Runs a step that reads the ledger and writes into the backup's folder; a full disk is reported as the
  /// folder's.
  private func writing<Value, Problem: Error & Equatable>(
    into folder: String, _ step: () throws(Problem) -> Value
  ) throws -> Value {
    do throws(Problem) {
      return try step()
    } catch {
      let isFull = error as? LogFailure == .full || error as? VaultFailure == .full
      throw isFull ? LedgerFailure.file(.noSpace, at: folder) : error
    }
  }
}
