public import Events
internal import Files
internal import Synchronization

extension Vault {
  /// Destroys the keys of these persons, removes them from the index of names, and writes a tombstone for
  /// each, so that no key is ever generated for them again. One transaction for all of them.
  ///
  /// The file is then rewritten, because a b-tree may leave a copy of a moved row in a freed page;
  /// on a server the tables are written anew. A second call for the same persons completes an
  /// interrupted one: it updates their tombstones and rewrites the file. Blocks that the file system
  /// or the disk has released are not overwritten, and a server has more that it does not reach
  /// (``KeyServer/rewrite()``); the keys in them are wrapped under the master key, which
  /// ``rotate()`` replaces.
  ///
  /// Cost: rewrites the file or the tables, some 250 bytes a person.
  ///
  /// - Parameters:
  ///   - event: the id of the event that records the erasure.
  ///   - day: the day on which that event occurs.
  ///   - instant: the instant of that event.
  ///   - known: further key ids of each person that the log contains and this vault never had;
  ///     recorded as destroyed.
  /// - Returns: the tombstones, in the order of `persons`.
  /// - Throws: ``VaultFailure``; after ``VaultFailure/busy(seconds:)`` the keys may be destroyed
  ///   already: call it again.
  public func erase(
    _ persons: [Person], by event: EventID, on day: CalendarDate, at instant: Instant,
    known: [Person: Set<KeyID>] = [:]
  ) throws(VaultFailure) -> [ErasedPerson] {
    try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.transaction { (ring) throws(VaultFailure) in
        for person in persons {
          try ring.store.erase(
            person, by: event, on: day, at: instant, known: Array(known[person, default: []]))
        }
        try ring.changeNames { (postings) throws(VaultFailure) in
          for case .candidate(let candidate) in persons { try postings.remove(candidate.text) }
        }
      }
      for person in persons {
        vault.ring.cached[person] = nil
        vault.ring.mismatches.remove(person)
      }
      try vault.ring.store.vacuum()
      var erased: [ErasedPerson] = []
      for person in persons {
        if let tombstone = try vault.ring.store.erasure(of: person) { erased.append(tombstone) }
      }
      return erased
    }
  }

  /// The tombstone of a person; nil if they were not erased in this vault.
  public func erasure(of person: Person) throws(VaultFailure) -> ErasedPerson? {
    try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.store.erasure(of: person)
    }
  }

  /// The id of a person's current key; nil if there is none.
  public func key(of person: Person) throws(VaultFailure) -> KeyID? {
    try state.withLock { (vault) throws(VaultFailure) in
      guard let row = try vault.ring.store.keys(of: person) else { return nil }
      guard let key = try? KeyID(row.id) else { throw .damaged("a key's id is none") }
      return key
    }
  }
}

extension Vault {
  /// The ids of all keys that a person has had in this vault, including destroyed ones.
  public func allKeys(of person: Person) throws(VaultFailure) -> Set<KeyID> {
    var keys = try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.store.destroyedKeys(of: person)
    }
    if let key = try key(of: person) { keys.insert(key) }
    return keys
  }
}

// MARK: The register of copies

extension Vault {
  /// Registers a copy of a ledger's vault, so that erasure receipts list it. The master
  /// key is not needed.
  ///
  /// Call it before making the copy: otherwise an erasure between the two would not list it. If the
  /// copy then fails, receipts list a copy that does not exist.
  ///
  /// - Parameters:
  ///   - place: where the copy is, in words by which a reader of the receipt can find it.
  ///   - fingerprint: identifies the copy; empty if unknown.
  ///   - timeout: how long to wait for another process's lock, in seconds.
  public static func registerBackup(
    of vault: VaultPlace, at instant: Instant, place: String, fingerprint: String,
    timeout: Int = 5
  ) throws(VaultFailure) {
    let store = try VaultFiles(vault).store(timeout: timeout)
    try store.begin()
    do throws(VaultFailure) {
      try store.insert(VaultBackup(madeAt: instant, place: place, fingerprint: fingerprint))
      try store.commit()
    } catch {
      store.rollback()
      throw error
    }
  }

  /// Registers a copy of a vault whose keys are in a file.
  public static func registerBackup(
    beside ledger: String, at instant: Instant, place: String, fingerprint: String,
    timeout: Int = 5
  ) throws(VaultFailure) {
    try registerBackup(
      of: .beside(ledger), at: instant, place: place, fingerprint: fingerprint, timeout: timeout)
  }

  /// All registered copies, ordered by the instant at which they were made.
  public func backups() throws(VaultFailure) -> [VaultBackup] {
    try state.withLock { (vault) throws(VaultFailure) in try vault.ring.store.backups() }
  }
}

// MARK: The ledger

extension Vault {
  /// Checks that the vault belongs to a ledger. The vault of another ledger would generate new keys
  /// for persons who have some.
  ///
  /// - Parameters:
  ///   - mark: identifies the ledger.
  ///   - bindsIfUnbound: whether to bind a vault that is not bound to a ledger yet.
  /// - Throws: ``VaultFailure/anotherLedgers``.
  public func check(ledger mark: [UInt8], bindsIfUnbound: Bool) throws(VaultFailure) {
    try state.withLock { (vault) throws(VaultFailure) in
      if bindsIfUnbound, try vault.ring.store.ledgerMark() == nil {
        try vault.ring.transaction { (ring) throws(VaultFailure) in try ring.store.bind(to: mark) }
      }
      if let known = try vault.ring.store.ledgerMark(), known != mark { throw .anotherLedgers }
    }
  }
}
