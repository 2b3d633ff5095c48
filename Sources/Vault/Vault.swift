internal import Cryptography
public import Events
internal import Files
internal import Synchronization

/// The persons' keys, and the texts they seal and open.
///
/// Two files beside a ledger: `<ledger>.vault` holds each person's pair of keys, wrapped;
/// `<ledger>.master` the key they are wrapped under. Both are their owner's alone.
///
/// ```swift
/// let vault = try Vault(beside: "centre.acquis")
/// let sealed = try vault.seal(name, field: "members.0.name", of: .member(id), in: event)
/// try vault.commit()  // and only then append the event
/// ```
///
/// The keys that a batch of seals makes are one transaction of the vault, from the first new key to
/// ``commit()`` or ``rollback()``; meanwhile no other process makes any. A seal of a short text costs
/// 3 µs within such a transaction, 9 µs outside it, where the file is asked whether another process
/// has changed it; a person's first one costs 10 µs more. Safe to share between threads, which wait
/// for each other and share one batch.
public final class Vault: Sendable {
  let unlocked: Mutex<UnlockedVault>

  /// Opens the vault of the ledger at this path.
  ///
  /// - Parameter patience: how long to wait for another process's writing, in seconds.
  /// - Throws: ``VaultFailure``: `missing`, `masterKeyMissing`, `wrongMasterKey`, `openToOthers`,
  ///   `notAVault`, `newerFormat` and those of the system.
  public init(beside ledger: String, patience: Int = 5) throws(VaultFailure) {
    let files = VaultFiles(ledger)
    _ = try files.vault.checkedSize(as: .vault, missing: .missing)
    let store = try KeyStore(at: files.vault.path, patience: patience)
    unlocked = Mutex(try UnlockedVault(KeyRing(store, files)))
  }

  /// Makes the keys of the batch durable: before the events that use them are appended.
  ///
  /// Costs two or three syncs of the disk where keys were made, else nothing.
  ///
  /// - Throws: ``VaultFailure``; after `busy` it may be called again, after any other failure the
  ///   batch's keys are lost, and so is what was sealed under them: call ``rollback()``.
  public func commit() throws(VaultFailure) {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in try unlocked.ring.commit() }
  }

  /// Forgets the keys of the batch; what was sealed under them can never be opened.
  public func rollback() {
    unlocked.withLock { $0.ring.rollback() }
  }

  /// Whose key this is.
  ///
  /// - Throws: ``VaultFailure/keyGone`` where the vault does not hold it.
  public func person(holding key: KeyID) throws(VaultFailure) -> Person {
    let person = try unlocked.withLock { (unlocked) throws(VaultFailure) in
      try unlocked.ring.person(of: key)
    }
    guard let person else { throw try missing(key) }
    return person
  }
}

extension Vault {
  /// Why the vault does not hold a key: it was destroyed, or this is not the vault that has it.
  private func missing(_ key: KeyID) throws(VaultFailure) -> VaultFailure {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      if try unlocked.ring.store.isDestroyed(key) { return .keyGone }
      return unlocked.ring.mismatched.isEmpty ? .keyGone : unlocked.ring.mismatched.failure
    }
  }
}

/// What the vault's lock guards: the keys and the contexts that use them.
struct UnlockedVault: ~Copyable {
  var ring: KeyRing
  let cipher: AES256GCM
  let hmac: HMACSHA256

  init(_ ring: consuming KeyRing) throws(VaultFailure) {
    let cipher = try mapErrors { () throws(CryptographyFailure) in try AES256GCM() }
    let hmac = try mapErrors { () throws(CryptographyFailure) in try HMACSHA256() }
    self.ring = ring
    self.cipher = cipher
    self.hmac = hmac
  }
}
