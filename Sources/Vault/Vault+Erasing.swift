public import Events
internal import Files
internal import Synchronization

extension Vault {
  /// Destroys the keys of these persons, for good, and keeps a tombstone of each, so that no key is
  /// ever made for them again. One transaction: all or none.
  ///
  /// The file is then written anew, so that not even a freed page holds what was: a b-tree may leave
  /// behind a copy of a row it has moved. Once more for the same persons changes no tombstone, and
  /// does that again: it finishes what was cut short. What the file system or the disk keeps of blocks
  /// given back is beyond this; it is wrapped under the master key, which ``rotate()`` replaces.
  ///
  /// Costs a rewriting of the file: some 250 bytes a person.
  ///
  /// - Parameters:
  ///   - event: the id of the event that records it, `day` and `instant` its day and its instant.
  ///   - known: the ids of keys under which the log holds texts of each person, for those that this vault
  ///     never had; they count as destroyed from now on.
  /// - Returns: the tombstones, in the persons' order; those of before are put right.
  /// - Throws: ``VaultFailure``; after `busy` the keys may be destroyed already: call it again.
  public func erase(
    _ persons: [Person], by event: EventID, on day: CalendarDate, at instant: Instant,
    known: [Person: Set<KeyID>] = [:]
  ) throws(VaultFailure) -> [ErasedPerson] {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      try unlocked.ring.change { (ring) throws(VaultFailure) in
        for person in persons {
          try ring.store.erase(
            person, by: event, on: day, at: instant, known: Array(known[person, default: []]))
        }
      }
      for person in persons {
        unlocked.ring.unwrapped[person] = nil
        unlocked.ring.mismatched.remove(person)
      }
      try unlocked.ring.store.writeAnew()
      var erased: [ErasedPerson] = []
      for person in persons {
        if let tombstone = try unlocked.ring.store.erasure(of: person) { erased.append(tombstone) }
      }
      return erased
    }
  }

  /// The tombstone of a person; nil where their keys were not destroyed here.
  public func erasure(of person: Person) throws(VaultFailure) -> ErasedPerson? {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      try unlocked.ring.store.erasure(of: person)
    }
  }

  /// The id of the key that a person's texts are sealed under; nil where there is none.
  public func key(of person: Person) throws(VaultFailure) -> KeyID? {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      guard let row = try unlocked.ring.store.keys(of: person) else { return nil }
      guard let key = try? KeyID(row.id) else { throw .damaged("a key's id is none") }
      return key
    }
  }
}

extension Vault {
  /// The ids of every key that a person's texts were ever sealed under here, destroyed ones too.
  public func allKeys(of person: Person) throws(VaultFailure) -> Set<KeyID> {
    var keys = try unlocked.withLock { (unlocked) throws(VaultFailure) in
      try unlocked.ring.store.destroyedKeys(of: person)
    }
    if let key = try key(of: person) { keys.insert(key) }
    return keys
  }
}

// MARK: The register of copies

extension Vault {
  /// Notes a copy of the vault of the ledger at this path: an erasure names it from then on. The master
  /// key is not needed.
  ///
  /// To be called before the copy is taken: an erasure between the two would not name it. A copy that is
  /// not made after all is named for nothing.
  ///
  /// - Parameters:
  ///   - place: where it is put; whoever reads an erasure's receipt must find it by this.
  ///   - fingerprint: what tells it from others; empty where nothing does.
  public static func noteBackup(
    beside ledger: String, at instant: Instant, place: String, fingerprint: String,
    patience: Int = 5
  ) throws(VaultFailure) {
    let files = VaultFiles(ledger)
    _ = try files.vault.checkedSize(as: .vault, missing: .missing)
    let store = try KeyStore(at: files.vault.path, patience: patience)
    try store.note(VaultBackup(madeAt: instant, place: place, fingerprint: fingerprint))
  }

  /// Every copy noted, the oldest first, whatever the clocks said when it was made.
  public func backups() throws(VaultFailure) -> [VaultBackup] {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in try unlocked.ring.store.backups() }
  }
}

// MARK: The ledger

extension Vault {
  /// Holds the vault to one ledger: another one's vault, put in its place, would make new keys for
  /// persons who have some.
  ///
  /// - Parameters:
  ///   - mark: what tells the ledger from others.
  ///   - isNoted: whether a vault that is bound to none yet is bound to this one now.
  /// - Throws: ``VaultFailure/anotherLedgers``.
  public func check(ledger mark: [UInt8], isNoted: Bool) throws(VaultFailure) {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      if isNoted, try unlocked.ring.store.ledgerMark() == nil {
        try unlocked.ring.change { (ring) throws(VaultFailure) in try ring.store.bind(to: mark) }
      }
      if let known = try unlocked.ring.store.ledgerMark(), known != mark { throw .anotherLedgers }
    }
  }
}
