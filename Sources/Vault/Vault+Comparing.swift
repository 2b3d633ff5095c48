public import Events
internal import Synchronization

/// The position up to which a log was compared with its vault.
public struct Comparison: Equatable, Sendable {
  /// The last position compared, 0 for none.
  public let through: Int64
  /// The leaf hash of the event at that position, 32 bytes. It differs for another log, or for one
  /// that was truncated and appended to.
  public let leaf: [UInt8]

  public init(through: Int64, leaf: [UInt8]) {
    self.through = through
    self.leaf = leaf
  }
}

extension Vault {
  /// How far the log was compared; nil if it never was.
  ///
  /// A restored older copy of the vault returns an older position: the events since are compared
  /// again.
  public func comparison() throws(VaultFailure) -> Comparison? {
    try state.withLock { (vault) throws(VaultFailure) in try vault.ring.store.comparison()
    }
  }

  /// Whether the vault contains this key or has destroyed it.
  public func knows(_ key: KeyID) throws(VaultFailure) -> Bool {
    try state.withLock { (vault) throws(VaultFailure) in
      if try vault.ring.store.person(of: key) != nil { return true }
      return try vault.ring.store.isDestroyed(key)
    }
  }

  /// The mismatches recorded by earlier comparisons that still exist.
  ///
  /// Cost: two lookups for each recorded mismatch.
  public func mismatches() throws(VaultFailure) -> [Mismatch] {
    let rows = try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.store.mismatches()
    }
    var left: [Mismatch] = []
    for (person, key) in rows {
      if let key {
        if try !knows(key) { left.append(.key(key, of: person)) }
      } else if let person, try erasure(of: person) == nil {
        left.append(.erasure(of: person))
      }
    }
    return left
  }

  /// The tombstones of all erased persons.
  public func erasures() throws(VaultFailure) -> [ErasedPerson] {
    let persons = try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.store.erasedPersons()
    }
    var erased: [ErasedPerson] = []
    for person in persons {
      if let tombstone = try erasure(of: person) { erased.append(tombstone) }
    }
    return erased
  }

  /// From now on, refuses to open or seal texts of the persons concerned. Replaces the mismatches
  /// of an earlier call.
  ///
  /// - Returns: ``VaultFailure/behind(erasures:keys:)``, or nil if there are no mismatches.
  public func refuse(_ mismatches: [Mismatch]) -> VaultFailure? {
    state.withLock { vault in
      vault.ring.mismatches = MismatchSet(mismatches)
      return mismatches.isEmpty ? nil : vault.ring.mismatches.failure
    }
  }

  /// Stores how far the log was compared and what did not match; the next comparison starts there.
  ///
  /// - Throws: ``VaultFailure``; ``VaultFailure/busy(seconds:)`` without waiting if another process
  ///   is writing to the vault.
  public func keep(_ comparison: Comparison, _ mismatches: [Mismatch]) throws(VaultFailure) {
    try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.store.setTimeout(seconds: 0)
      defer { try? vault.ring.store.setTimeout(seconds: vault.ring.store.timeout) }
      try vault.ring.transaction { (ring) throws(VaultFailure) in
        try ring.store.keep(comparison, mismatches)
      }
    }
  }

  /// Unwraps every key, and looks for keys of erased persons.
  ///
  /// Cost: some microseconds a key.
  ///
  /// - Throws: ``VaultFailure`` if the vault cannot be read at all.
  public func verifyKeys() throws(VaultFailure) -> VaultVerification {
    try state.withLock { (vault) throws(VaultFailure) in
      // The read transaction blocks a rotation meanwhile.
      try vault.ring.commit()
      try vault.ring.store.beginReading()
      defer { vault.ring.store.rollback() }
      try vault.ring.reloadIfChanged()
      let tombstones = Set(try vault.ring.store.erasedPersons())
      var (count, last) = (0, "")
      var (damaged, erased): ([String], [String]) = ([], [])
      while case let rows = try vault.ring.store.keys(after: last), let end = rows.last {
        for row in rows {
          count += 1
          guard let person = Person(row.person),
            (try? vault.ring.wrapper.unwrap(row.wrapped, id: row.id, of: person)) != nil
          else {
            damaged.append(row.person)
            continue
          }
          if tombstones.contains(person) { erased.append(row.person) }
        }
        last = end.person
      }
      return VaultVerification(keys: count, damaged: damaged, keptThoughErased: erased)
    }
  }
}

/// The result of unwrapping every key of a vault.
public struct VaultVerification: Equatable, Sendable {
  /// The number of keys.
  public let keys: Int
  /// The persons whose keys cannot be unwrapped, as `candidate:P-0007`.
  public let damaged: [String]
  /// The erased persons who have a key nevertheless, as `candidate:P-0007`.
  public let keptThoughErased: [String]

  public init(keys: Int, damaged: [String] = [], keptThoughErased: [String] = []) {
    self.keys = keys
    self.damaged = damaged
    self.keptThoughErased = keptThoughErased
  }
}
