internal import Cryptography
public import EventLog
internal import Files
internal import TransparencyLog
public import Vault

extension Ledger {
  /// What is done, when a ledger is made, about the vault and the signing key beside it.
  public enum VaultOption: Sendable {
    /// They are made where there is none.
    case createIfMissing
    /// What lies there is left alone, be it nothing.
    case useExisting
  }

  /// A ledger before it comes to its place.
  public struct Draft {
    /// Its log, empty at first.
    public let log: any LedgerStore
    /// Opens the vault that will lie beside it.
    public let vault: @Sendable () throws(VaultFailure) -> Vault
    /// The ledger under its path until then, for what is to lie beside it.
    let ledger: Ledger
  }

  /// Makes the ledger, whole or not at all.
  ///
  /// Of any number of makers at one place, one makes the ledger and the others find it there: each works
  /// in the ``CreationFolder``, one after the other. Keys that lie at the place already are kept and used;
  /// they may be the only ones that open copies kept elsewhere.
  ///
  /// - Parameters:
  ///   - care: what is done about the vault.
  ///   - fill: records the first events.
  /// - Throws: ``LedgerFailure/alreadyThere(_:)`` where something lies at the ledger's path, and what
  ///   `fill` throws; ``VaultFailure`` where the keys that lie there cannot be used,
  ///   ``LedgerFailure/notContinued(_:)`` where checkpoints that lie there were signed of another log.
  ///   Nothing is left behind or changed then.
  public func create(vault care: VaultOption = .createIfMissing, fill: (Draft) throws -> Void)
    throws
  {
    if Folder.lacks(Folder.of(path)) { throw LedgerFailure.noFolder(path) }
    try refuseAnything()
    reportSharedDrive()
    let folder = try CreationFolder(for: path)
    try refuseAnything()
    let keys = try care == .createIfMissing ? VaultKeys(of: path, draft: folder.draft) : nil
    let draft = draft(at: folder.draft)
    let vaultPlace = keys?.place ?? path
    let log = try store.create(at: draft.path, clock: clock.now, trust: ClockTrust())
    try fill(
      Draft(
        log: log, vault: { () throws(VaultFailure) in try Vault(beside: vaultPlace) },
        ledger: draft))
    if care == .createIfMissing { try makeSigningKey(in: draft) }
    if let mark = try log.mark(), let vault = try Self.vault(beside: vaultPlace, care) {
      try vault.check(ledger: mark.bytes, isNoted: keys?.isMade ?? false)
    }
    try refuseOtherKeys(than: draft)
    try checkContinues(log)
    try log.seal()
    let kept = [".vkeys"].filter { Folder.holds(path + $0) }
    try folder.publish(except: (keys?.kept ?? []).union(kept))
  }

  /// The keys of persons of a ledger to be made.
  private struct VaultKeys {
    /// The path they lie beside.
    let place: String
    /// Whether the vault is a new one.
    let isMade: Bool
    /// The suffixes of copies, in the draft, of what is kept at the ledger's place.
    let kept: Set<String>

    init(of ledger: String, draft: String) throws(VaultFailure) {
      switch try Vault.remains(beside: ledger) {
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

  /// Makes the signing key where none lies at the ledger's place. Where checkpoints come with the log, it
  /// was another key that signed them: which one signs on is for a person to say.
  private func makeSigningKey(in draft: Ledger) throws {
    if LogKey.exists(beside: path) {
      _ = try LogKey(beside: path)
      return
    }
    if Folder.holds(draft.path + ".signed") { return }
    // Checkpoints, or the public half of a key, that lie there alone: another key signed them.
    guard ![".signed", ".vkeys"].contains(where: { Folder.holds(path + $0) }) else {
      throw SigningFailure.keyMissing
    }
    try LogKey.make(beside: draft.path)
  }

  /// Keys that lie at the place, where others come with the log, would be taken for its own.
  private func refuseOtherKeys(than draft: Ledger) throws {
    guard let own = try VerifierKeys.stored(beside: draft.path), !own.isEmpty else { return }
    if let kept = try VerifierKeys.stored(beside: path), kept != own {
      throw LedgerFailure.alreadyThere(path + ".vkeys")
    }
    if let signing = try VerifierKeys.signing(beside: path), !own.keys.contains(signing) {
      throw SigningFailure.foreignKey(signing.name)
    }
  }

  /// The vault of the ledger to be made; one that is left alone need not be there, nor open.
  private static func vault(
    beside path: String, _ care: VaultOption
  ) throws(VaultFailure) -> Vault? {
    switch care {
    case .createIfMissing: try Vault(beside: path)
    case .useExisting: try? Vault(beside: path)
    }
  }

  /// A journal that outlived its file would be taken for the new one's.
  private func refuseAnything() throws(LedgerFailure) {
    for file in ["", "-wal", "-journal"].map({ path + $0 }) where Folder.holds(file) {
      CreationFolder.clear(beside: path)
      throw .alreadyThere(file)
    }
  }
}
