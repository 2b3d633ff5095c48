public import Events
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
  ///   - event: the id of the event that records it, and `day` the day it tells.
  ///   - instant: when it is done.
  /// - Returns: the tombstones, in the persons' order; one that was there before stays as it was.
  /// - Throws: ``VaultFailure``; after `busy` the keys may be destroyed already: call it again.
  public func erase(
    _ persons: [Person], by event: EventID, on day: CalendarDate, at instant: Instant
  ) throws(VaultFailure) -> [ErasedPerson] {
    try safe.withLock { (safe) throws(VaultFailure) in
      try safe.ring.change { (ring) throws(VaultFailure) in
        for person in persons {
          try ring.store.erase(person, by: event, on: day, at: instant)
        }
      }
      for person in persons { safe.ring.unwrapped[person] = nil }
      try safe.ring.store.writeAnew()
      var erased: [ErasedPerson] = []
      for person in persons {
        if let tombstone = try safe.ring.store.erasure(of: person) { erased.append(tombstone) }
      }
      return erased
    }
  }

  /// The tombstone of a person; nil where their keys were not destroyed here.
  public func erasure(of person: Person) throws(VaultFailure) -> ErasedPerson? {
    try safe.withLock { (safe) throws(VaultFailure) in try safe.ring.store.erasure(of: person) }
  }

  /// The id of the key that a person's texts are sealed under; nil where there is none.
  public func key(of person: Person) throws(VaultFailure) -> KeyID? {
    try safe.withLock { (safe) throws(VaultFailure) in
      guard let row = try safe.ring.store.keys(of: person) else { return nil }
      guard let key = try? KeyID(row.id) else { throw .damaged("a key's id is none") }
      return key
    }
  }
}

// MARK: The register of copies

extension Vault {
  /// Notes a copy of the vault, made or begun: an erasure names those made before it.
  ///
  /// To be called before the copy is taken, or once it is whole; the copy need not hold its own note.
  ///
  /// - Parameters:
  ///   - place: where it is put; whoever reads an erasure's receipt must find it by this.
  ///   - fingerprint: what tells it from others; empty where nothing does.
  public func noteBackup(
    at instant: Instant, place: String, fingerprint: String
  ) throws(VaultFailure) {
    try safe.withLock { (safe) throws(VaultFailure) in
      try safe.ring.change { (ring) throws(VaultFailure) in
        try ring.store.note(VaultBackup(madeAt: instant, place: place, fingerprint: fingerprint))
      }
    }
  }

  /// The copies noted that were made at this instant or before, the oldest first.
  public func backups(madeBy instant: Instant) throws(VaultFailure) -> [VaultBackup] {
    try safe.withLock { (safe) throws(VaultFailure) in
      try safe.ring.store.backups(madeBy: instant)
    }
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
    try safe.withLock { (safe) throws(VaultFailure) in
      if isNoted, try safe.ring.store.ledgerMark() == nil {
        try safe.ring.change { (ring) throws(VaultFailure) in try ring.store.bind(to: mark) }
      }
      if let known = try safe.ring.store.ledgerMark(), known != mark { throw .anotherLedgers }
    }
  }
}
