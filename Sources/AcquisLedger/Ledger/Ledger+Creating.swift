internal import Cryptography
public import EventLog
internal import Files
internal import TransparencyLog
public import Vault

extension Ledger {
  /// What creating a ledger does about the vault and the signing key beside it.
  public enum VaultOption: Sendable {
    /// Each is created if it is missing; no signing key where checkpoints or public keys exist.
    case createIfMissing
    /// Existing files are used; none is created.
    case useExisting
  }

  /// A ledger being created, before its files are in their final place.
  public struct Draft {
    /// Empty at first.
    public let log: any LedgerStore
    /// Opens the vault that will be beside it.
    public let vault: @Sendable () throws(VaultFailure) -> Vault
    /// The ledger at its temporary path, for other files that will be beside it.
    let ledger: Ledger
  }

  /// Creates the ledger, completely or not at all.
  ///
  /// If several processes create a ledger at one path, one succeeds and the others find it there: they
  /// work in the ``CreationFolder``, one after the other. Keys that are at the path already are kept and
  /// used; they may be the only ones that open copies kept elsewhere.
  ///
  /// - Parameters:
  ///   - option: whether missing keys are created.
  ///   - fill: records the first events.
  /// - Throws: ``LedgerFailure/alreadyThere(_:)`` if there is a file at the ledger's path, or a journal or
  ///   other public keys beside it; ``LedgerFailure/formerAccess(_:)`` if access to a former ledger is there; ``LedgerFailure/noFolder(_:)``; the errors of `fill`; ``LogFailure``;
  ///   ``SigningFailure`` if the existing signing key cannot be used; ``VaultFailure`` if the existing keys cannot be used;
  ///   ``LedgerFailure/notContinued(_:)`` if the existing checkpoints were signed of another log.
  ///   Nothing is left behind or changed then.
  public func create(vault option: VaultOption = .createIfMissing, fill: (Draft) throws -> Void)
    throws
  {
    let path = place.beside
    if place.makesFolder {
      try at(path) { () throws(FileFailure) in try Folder.makeAll(Folder.of(path)) }
    }
    if Folder.isAbsent(Folder.of(path)) { throw LedgerFailure.noFolder(path) }
    try refuseAnything()
    reportSharedDrive()
    let folder = try CreationFolder(for: path, isUnpublished: { place.isShared && !isThere })
    try refuseAnything()
    let keys = try option == .createIfMissing ? VaultKeys(of: place, draft: folder.draft) : nil
    let draft = draft(beside: folder.draft)
    let vaultPlace = keys?.place ?? place.vaultPlace
    do { try create(draft, in: folder, keys, vaultPlace, option, fill) } catch {
      // The keys on a server are no file of the folder, which is cleared.
      if let keys, keys.isOnServer, !isThere {
        try? Vault.removeCreated(at: keys.place, keepsMasterKey: keys.keepsMasterKey)
      }
      throw error
    }
  }

  /// Whether the ledger was published all the same, as by a commit whose answer was lost; true if that is not known.
  var isThere: Bool { (try? store.exists(at: path)) ?? true }

  private func create(
    _ draft: Ledger, in folder: borrowing CreationFolder, _ keys: VaultKeys?,
    _ vaultPlace: VaultPlace, _ option: VaultOption, _ fill: (Draft) throws -> Void
  ) throws {
    let path = place.beside
    let log = try store.create(at: draft.path, clock: clock.now, trust: ClockTrust())
    try fill(
      Draft(
        log: log, vault: { () throws(VaultFailure) in try Vault(at: vaultPlace) },
        ledger: draft))
    if option == .createIfMissing { try makeSigningKey(in: draft) }
    let mark = try log.mark()
    let vault = try Self.vault(at: vaultPlace, option)
    // One on a server is in its place before the log is: bound by now, it would fit no other log after a kill.
    let isBoundLast = keys?.isOnServer ?? false
    if let mark, let vault {
      try vault.check(ledger: mark.bytes, bindsIfUnbound: !isBoundLast && keys?.isMade ?? false)
    }
    try refuseOtherKeys(than: draft)
    try checkContinues(log)
    try (log as? any FileStore)?.seal()
    let kept = [".vkeys"].filter { Folder.exists(path + $0) }
    try folder.publish(except: (keys?.kept ?? []).union(kept), log)
    // Where this fails, whoever seals first binds it.
    if isBoundLast, let mark { try? vault?.check(ledger: mark.bytes, bindsIfUnbound: true) }
  }

  /// The vault of a ledger being created.
  private struct VaultKeys {
    /// Its files begin with the ledger's final or temporary path.
    let place: VaultPlace
    /// Whether the vault is a new one.
    let isMade: Bool
    /// The suffixes of the draft's files that are copies of files at the final path.
    let kept: Set<String>
    /// Whether the master key was there before.
    let keepsMasterKey: Bool

    /// Whether the persons' keys were made on a server.
    var isOnServer: Bool { isMade && place.server != nil }

    /// Keys in a file are made in the draft's folder; on a server they are at their place from the first, with their
    /// master key, and an interrupted creation leaves both for the next.
    init(of ledger: LedgerPlace, draft: String) throws(VaultFailure) {
      let own = ledger.vaultPlace
      let made = own.server == nil ? VaultPlace.beside(draft) : own
      switch try Vault.existing(at: own) {
      case .vault: self.init(place: own, isMade: false, kept: [], keepsMasterKey: true)
      case .masterKey:
        try Vault.create(at: made, underMasterKeyBeside: own.files)
        self.init(
          place: made, isMade: true, kept: own.server == nil ? [".master"] : [],
          keepsMasterKey: true)
      case .nothing:
        try Vault.create(at: made)
        self.init(place: made, isMade: true, kept: [], keepsMasterKey: false)
      }
    }

    private init(place: VaultPlace, isMade: Bool, kept: Set<String>, keepsMasterKey: Bool) {
      self.place = place
      self.isMade = isMade
      self.kept = kept
      self.keepsMasterKey = keepsMasterKey
    }
  }

  /// Creates the signing key if there is none at the ledger's path. Not if checkpoints come with the log:
  /// another key signed them, and a person decides which key signs next.
  private func makeSigningKey(in draft: Ledger) throws {
    let path = place.beside
    if LogKey.exists(beside: path) {
      _ = try LogKey(beside: path)
      return
    }
    if Folder.exists(draft.place.beside + ".signed") { return }
    // Checkpoints or a public key without a signing key: another key signed them.
    guard ![".signed", ".vkeys"].contains(where: { Folder.exists(path + $0) }) else {
      throw SigningFailure.keyMissing
    }
    try LogKey.make(beside: draft.place.beside)
  }

  /// Refuses keys at the ledger's path that differ from those that come with the log.
  private func refuseOtherKeys(than draft: Ledger) throws {
    let path = place.beside
    guard let own = try VerifierKeys.stored(beside: draft.place.beside), !own.isEmpty else {
      return
    }
    if let kept = try VerifierKeys.stored(beside: path), kept != own {
      throw LedgerFailure.alreadyThere(path + ".vkeys")
    }
    if let signing = try VerifierKeys.signing(beside: path), !own.keys.contains(signing) {
      throw SigningFailure.foreignKey(signing.name)
    }
  }

  /// The vault of the ledger being created; with `useExisting`, nil if it is missing or does not open.
  private static func vault(
    at place: VaultPlace, _ option: VaultOption
  ) throws(VaultFailure) -> Vault? {
    switch option {
    case .createIfMissing: try Vault(at: place)
    case .useExisting: try? Vault(at: place)
    }
  }

  /// Refuses a path with a ledger's file or a journal, which would be taken for the new ledger's.
  private func refuseAnything() throws(LedgerFailure) {
    let path = place.beside
    let suffixes = place.isShared ? [] : ["", "-wal", "-journal"]
    for file in suffixes.map({ path + $0 }) where Folder.exists(file) {
      CreationFolder.clear(beside: path)
      throw .alreadyThere(file)
    }
    // They would let in to the new ledger whoever had access to the former one, and mix what was opened of both.
    for file in [".access", ".opened"].map({ path + $0 }) where Folder.exists(file) {
      throw .formerAccess(file)
    }
  }
}
