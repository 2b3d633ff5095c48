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
    if Folder.isAbsent(Folder.of(path)) { throw LedgerFailure.noFolder(path) }
    try refuseAnything()
    reportSharedDrive()
    let folder = try CreationFolder(for: path)
    try refuseAnything()
    let keys = try option == .createIfMissing ? VaultKeys(of: path, draft: folder.draft) : nil
    let draft = draft(at: folder.draft)
    let vaultPlace = keys?.place ?? path
    let log = try store.create(at: draft.path, clock: clock.now, trust: ClockTrust())
    try fill(
      Draft(
        log: log, vault: { () throws(VaultFailure) in try Vault(beside: vaultPlace) },
        ledger: draft))
    if option == .createIfMissing { try makeSigningKey(in: draft) }
    if let mark = try log.mark(), let vault = try Self.vault(beside: vaultPlace, option) {
      try vault.check(ledger: mark.bytes, bindsIfUnbound: keys?.isMade ?? false)
    }
    try refuseOtherKeys(than: draft)
    try checkContinues(log)
    try log.seal()
    let kept = [".vkeys"].filter { Folder.exists(path + $0) }
    try folder.publish(except: (keys?.kept ?? []).union(kept))
  }

  /// The vault of a ledger being created.
  private struct VaultKeys {
    /// The path that the vault is beside: the ledger's final or temporary one.
    let place: String
    /// Whether the vault is a new one.
    let isMade: Bool
    /// The suffixes of the draft's files that are copies of files at the final path.
    let kept: Set<String>

    init(of ledger: String, draft: String) throws(VaultFailure) {
      switch try Vault.existingFiles(beside: ledger) {
      case .vault: self.init(place: ledger, isMade: false, kept: [])
      case .masterKey:
        try Vault.create(beside: draft, underMasterKeyBeside: ledger)
        self.init(place: draft, isMade: true, kept: [".master"])
      case .nothing:
        try Vault.create(beside: draft)
        self.init(place: draft, isMade: true, kept: [])
      }
    }

    private init(place: String, isMade: Bool, kept: Set<String>) {
      self.place = place
      self.isMade = isMade
      self.kept = kept
    }
  }

  /// Creates the signing key if there is none at the ledger's path. Not if checkpoints come with the log:
  /// another key signed them, and a person decides which key signs next.
  private func makeSigningKey(in draft: Ledger) throws {
    if LogKey.exists(beside: path) {
      _ = try LogKey(beside: path)
      return
    }
    if Folder.exists(draft.path + ".signed") { return }
    // Checkpoints or a public key without a signing key: another key signed them.
    guard ![".signed", ".vkeys"].contains(where: { Folder.exists(path + $0) }) else {
      throw SigningFailure.keyMissing
    }
    try LogKey.make(beside: draft.path)
  }

  /// Refuses keys at the ledger's path that differ from those that come with the log.
  private func refuseOtherKeys(than draft: Ledger) throws {
    guard let own = try VerifierKeys.stored(beside: draft.path), !own.isEmpty else { return }
    if let kept = try VerifierKeys.stored(beside: path), kept != own {
      throw LedgerFailure.alreadyThere(path + ".vkeys")
    }
    if let signing = try VerifierKeys.signing(beside: path), !own.keys.contains(signing) {
      throw SigningFailure.foreignKey(signing.name)
    }
  }

  /// The vault of the ledger being created; with `useExisting`, nil if it is missing or does not open.
  private static func vault(
    beside path: String, _ option: VaultOption
  ) throws(VaultFailure) -> Vault? {
    switch option {
    case .createIfMissing: try Vault(beside: path)
    case .useExisting: try? Vault(beside: path)
    }
  }

  /// Refuses a path with a ledger's file or a journal, which would be taken for the new ledger's.
  private func refuseAnything() throws(LedgerFailure) {
    for file in ["", "-wal", "-journal"].map({ path + $0 }) where Folder.exists(file) {
      CreationFolder.clear(beside: path)
      throw .alreadyThere(file)
    }
    // They would let in to the new ledger whoever had access to the former one, and mix what was opened of both.
    for file in [".access", ".opened"].map({ path + $0 }) where Folder.exists(file) {
      throw .formerAccess(file)
    }
  }
}
