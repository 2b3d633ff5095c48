internal import Events

extension KeyStore {
  func comparison() throws(VaultFailure) -> Comparison? {
    let row = try database.statement("SELECT through, leaf FROM comparison", isKept: false)
    guard try row.step() else { return nil }
    return Comparison(through: row.integer(0), leaf: row.bytes(1))
  }

  func isDestroyed(_ key: KeyID) throws(VaultFailure) -> Bool {
    try byDestroyed.bind(key.text, at: 1)
    defer { byDestroyed.reset() }
    return try byDestroyed.step()
  }

  func erasedPersons() throws(VaultFailure) -> [Person] {
    let row = try database.statement("SELECT person FROM erased_person", isKept: false)
    var persons: [Person] = []
    while try row.step() {
      if let person = Person(row.text(0)) { persons.append(person) }
    }
    return persons
  }

  func destroyedKeys(of person: Person) throws(VaultFailure) -> Set<KeyID> {
    let row = try database.statement(
      "SELECT key FROM destroyed_key WHERE person = $1", isKept: false)
    try row.bind(person.description, at: 1)
    var keys: Set<KeyID> = []
    while try row.step() {
      if let key = try? KeyID(row.text(0)) { keys.insert(key) }
    }
    return keys
  }

  /// The rows of the mismatch table. The person is nil if unknown; the key is nil for an erasure.
  func mismatches() throws(VaultFailure) -> [(person: Person?, key: KeyID?)] {
    let row = try database.statement("SELECT person, key FROM mismatch", isKept: false)
    var mismatches: [(person: Person?, key: KeyID?)] = []
    while try row.step() {
      mismatches.append((Person(row.text(0)), try? KeyID(row.text(1))))
    }
    return mismatches
  }

  /// Replaces the stored comparison and mismatches. Call it in a transaction.
  func keep(_ comparison: Comparison, _ mismatches: [Mismatch]) throws(VaultFailure) {
    try database.execute("DELETE FROM mismatch; DELETE FROM comparison;")
    let mark = try database.statement("INSERT INTO comparison VALUES (1, $1, $2)", isKept: false)
    try mark.bind(comparison.through, at: 1)
    try mark.bind(comparison.leaf, at: 2)
    try mark.run()
    let row = try database.statement(
      "INSERT INTO mismatch VALUES ($1, $2) ON CONFLICT DO NOTHING", isKept: false)
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
