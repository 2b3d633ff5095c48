internal import Cryptography
public import Events
internal import Files
internal import Synchronization

/// Encrypts texts about persons under keys of their own, and erases a person by destroying the
/// keys.
///
/// There are two files beside a ledger: `<ledger>.vault` contains each person's pair of keys,
/// wrapped; `<ledger>.master` contains the master key that wraps them. Both are accessible to their
/// owner only. The first may be a schema on a server instead (``VaultPlace``).
///
/// ```swift
/// let vault = try Vault(beside: "centre.acquis")
/// let sealed = try vault.seal(name, field: "members.0.name", of: .member(id), in: event)
/// try vault.commit()  // and only then append the event
/// ```
///
/// The first new key begins a transaction, the batch, that ends with ``commit()`` or
/// ``rollback()``; no other process can generate keys meanwhile. Thread-safe: threads wait for each
/// other and share one batch.
///
/// Cost: sealing a short text takes 3 µs within a batch and 9 µs outside one, because the file is
/// then checked for changes by other processes; a new key takes 10 µs more. With keys on a server each
/// such check and each new key is a round trip to it.
public final class Vault: Sendable {
  let state: Mutex<UnlockedVault>
  /// Called with the person of each text that is opened to be shown.
  let shown: (@Sendable (Person) -> Void)?

  /// Opens the vault of a ledger.
  ///
  /// - Parameters:
  ///   - timeout: how long to wait for another process's lock, in seconds.
  ///   - shown: called with the person of each text that is opened, on the calling thread, but for readings of
  ///     all names of which few are shown.
  /// - Throws: ``VaultFailure``: `missing`, `masterKeyMissing`, `wrongMasterKey`, `openToOthers`,
  ///   `notAMasterKey`, `notAVault`, `newerFormat`, `foreignJournal`, `server`, and the failures of
  ///   the files.
  public init(
    at place: VaultPlace, timeout: Int = 5, shown: (@Sendable (Person) -> Void)? = nil
  ) throws(VaultFailure) {
    self.shown = shown
    let files = VaultFiles(place)
    state = Mutex(try UnlockedVault(KeyRing(files.store(timeout: timeout), files)))
  }

  /// Opens the vault of the ledger at a path, whose keys are in a file.
  public convenience init(
    beside ledger: String, timeout: Int = 5, shown: (@Sendable (Person) -> Void)? = nil
  ) throws(VaultFailure) {
    try self.init(at: .beside(ledger), timeout: timeout, shown: shown)
  }

  /// Makes the batch's keys durable. Call it before appending the events that use them.
  ///
  /// Cost: two or three disk syncs if keys were generated, otherwise nothing.
  ///
  /// - Throws: ``VaultFailure``. After ``VaultFailure/busy(seconds:)`` it can be called again;
  ///   after any other failure the batch's keys are lost, with all that was sealed under them: call
  ///   ``rollback()``.
  public func commit() throws(VaultFailure) {
    try state.withLock { (vault) throws(VaultFailure) in try vault.ring.commit() }
  }

  /// Discards the batch's keys; what was sealed under them can never be opened.
  public func rollback() {
    state.withLock { $0.ring.rollback() }
  }

  /// The owner of a key.
  ///
  /// - Throws: ``VaultFailure/keyGone`` if the key was destroyed or is unknown;
  ///   ``VaultFailure/behind(erasures:keys:)`` if it is unknown and the vault does not match the
  ///   log.
  public func person(holding key: KeyID) throws(VaultFailure) -> Person {
    let person = try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.person(of: key)
    }
    guard let person else { throw try missing(key) }
    return person
  }
}

extension Vault {
  /// The reason why the vault does not contain a key: destroyed, or not the vault of this log.
  private func missing(_ key: KeyID) throws(VaultFailure) -> VaultFailure {
    try state.withLock { (vault) throws(VaultFailure) in
      if try vault.ring.store.isDestroyed(key) { return .keyGone }
      return vault.ring.mismatches.isEmpty ? .keyGone : vault.ring.mismatches.failure
    }
  }
}

/// The state that the vault's mutex protects: the keys and the cipher contexts.
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
