public import Events
internal import SQLite
internal import Synchronization

/// How far a log was compared with the vault beside it.
public struct Comparison: Equatable, Sendable {
  /// The last position that was compared, 0 for none.
  public let through: Int64
  /// The hash of the event there, 32 bytes: another log, or one cut and grown again, has another.
  public let leaf: [UInt8]

  public init(through: Int64, leaf: [UInt8]) {
    self.through = through
    self.leaf = leaf
  }
}

extension Vault {
  /// How far the log was compared, as the vault keeps it; nil where it never was.
  ///
  /// An older copy of the vault has an older mark: what came to the log since is compared again.
  public func comparison() throws(VaultFailure) -> Comparison? {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in try unlocked.ring.store.comparison()
    }
  }

  /// Whether the vault holds this key, or has destroyed it.
  public func knows(_ key: KeyID) throws(VaultFailure) -> Bool {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      if try unlocked.ring.store.person(of: key) != nil { return true }
      return try unlocked.ring.store.isDestroyed(key)
    }
  }

  /// What was found not to match at an earlier comparison, and still does not.
  ///
  /// Cost: two lookups for each.
  public func mismatches() throws(VaultFailure) -> [Mismatch] {
    let rows = try unlocked.withLock { (unlocked) throws(VaultFailure) in
      try unlocked.ring.store.mismatches()
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

  /// The tombstone of everyone who was erased here.
  public func erasures() throws(VaultFailure) -> [ErasedPerson] {
    let persons = try unlocked.withLock { (unlocked) throws(VaultFailure) in
      try unlocked.ring.store.erasedPersons()
    }
    var erased: [ErasedPerson] = []
    for person in persons {
      if let tombstone = try erasure(of: person) { erased.append(tombstone) }
    }
    return erased
  }

  /// From now on nothing is opened or sealed for those whom these are about.
  ///
  /// - Returns: what is wrong, with how many; nil where there is nothing.
  public func refuse(_ mismatches: [Mismatch]) -> VaultFailure? {
    unlocked.withLock { unlocked in
      unlocked.ring.mismatched = Mismatches(mismatches)
      return mismatches.isEmpty ? nil : unlocked.ring.mismatched.failure
    }
  }

  /// Keeps how far the log was compared, and what did not match: the next comparison begins there.
  ///
  /// - Throws: ``VaultFailure``, at once where another process is writing to the vault.
  public func keep(_ comparison: Comparison, _ mismatches: [Mismatch]) throws(VaultFailure) {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      try unlocked.ring.store.wait(seconds: 0)
      defer { try? unlocked.ring.store.wait(seconds: unlocked.ring.store.patience) }
      try unlocked.ring.change { (ring) throws(VaultFailure) in
        try ring.store.keep(comparison, mismatches)
      }
    }
  }

  /// Opens every key.
  ///
  /// Cost: some microseconds a key.
  ///
  /// - Returns: how many there are, whose do not open, and who has a key though they were erased.
  public func verifyKeys() throws(VaultFailure) -> VaultVerification {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in
      // One state of the file: a rotation waits meanwhile.
      try unlocked.ring.commit()
      try unlocked.ring.store.beginReading()
      defer { unlocked.ring.store.rollback() }
      try unlocked.ring.forgetIfChanged()
      var (count, last) = (0, "")
      var (damaged, erased): ([String], [String]) = ([], [])
      while case let rows = try unlocked.ring.store.keys(after: last), let end = rows.last {
        for row in rows {
          count += 1
          guard let person = Person(row.person),
            (try? unlocked.ring.wrapping.unwrap(row.wrapped, id: row.id, of: person)) != nil
          else {
            damaged.append(row.person)
            continue
          }
          if try unlocked.ring.store.erasure(of: person) != nil { erased.append(row.person) }
        }
        last = end.person
      }
      return VaultVerification(keys: count, damaged: damaged, keptThoughErased: erased)
    }
  }
}

/// What came of opening every key of a vault.
public struct VaultVerification: Equatable, Sendable {
  /// How many keys there are.
  public let keys: Int
  /// The persons whose key does not open: `candidate:P-0007`.
  public let damaged: [String]
  /// The persons who were erased and have a key all the same.
  public let keptThoughErased: [String]

  public init(keys: Int, damaged: [String] = [], keptThoughErased: [String] = []) {
    self.keys = keys
    self.damaged = damaged
    self.keptThoughErased = keptThoughErased
  }
}

extension KeyStore {
  func comparison() throws(VaultFailure) -> Comparison? {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      let row = try Statement("SELECT through, leaf FROM comparison", on: database, isKept: false)
      guard try row.step() else { return nil }
      return unsafe Comparison(through: row.integer(0), leaf: Array(row.bytes(1)))
    }
  }

  func isDestroyed(_ key: KeyID) throws(VaultFailure) -> Bool {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      try byDestroyed.bind(key.text, at: 1)
      defer { byDestroyed.reset() }
      return try byDestroyed.step()
    }
  }

  func erasedPersons() throws(VaultFailure) -> [Person] {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      let rows = try Statement("SELECT person FROM erased_person", on: database, isKept: false)
      var persons: [Person] = []
      while try rows.step() {
        if let person = Person(rows.text(0)) { persons.append(person) }
      }
      return persons
    }
  }

  func destroyedKeys(of person: Person) throws(VaultFailure) -> Set<KeyID> {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      let rows = try Statement(
        "SELECT key FROM destroyed_key WHERE person = ?", on: database, isKept: false)
      try rows.bind(person.description, at: 1)
      var keys: Set<KeyID> = []
      while try rows.step() {
        if let key = try? KeyID(rows.text(0)) { keys.insert(key) }
      }
      return keys
    }
  }

  /// The person is nil where none is known, the key where it is about an erasure.
  func mismatches() throws(VaultFailure) -> [(person: Person?, key: KeyID?)] {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      let rows = try Statement("SELECT person, key FROM mismatch", on: database, isKept: false)
      var mismatches: [(person: Person?, key: KeyID?)] = []
      while try rows.step() {
        mismatches.append((Person(rows.text(0)), try? KeyID(rows.text(1))))
      }
      return mismatches
    }
  }

  func keep(_ comparison: Comparison, _ mismatches: [Mismatch]) throws(VaultFailure) {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      try database.execute("DELETE FROM mismatch; DELETE FROM comparison;")
      let mark = try Statement(
        "INSERT INTO comparison VALUES (1, ?, ?)", on: database, isKept: false)
      try mark.bind(comparison.through, at: 1)
      try mark.bind(comparison.leaf, at: 2)
      try mark.run()
      let row = try Statement(
        "INSERT OR IGNORE INTO mismatch VALUES (?, ?)", on: database, isKept: false)
      for mismatch in mismatches {
        try row.bind(mismatch.person?.description ?? "", at: 1)
        if case .key(let key, _) = mismatch {
          try row.bind(key.text, at: 2)
        } else {
          try row.bind("", at: 2)
        }
        try row.run()
      }
    }
  }
}
