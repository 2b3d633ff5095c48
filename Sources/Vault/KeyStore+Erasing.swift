internal import Events
internal import SQLite

extension KeyStore {
  /// Destroys a person's key and writes a tombstone.
  ///
  /// An existing tombstone gets the new event, day and instant, which after a retry are those that the
  /// log has; it keeps its key id if there is no newer key.
  ///
  /// - Parameter known: ids of further keys that the log's texts of this person use, from a vault
  ///   that was lost; recorded as destroyed.
  func erase(
    _ person: Person, by event: EventID, on day: CalendarDate, at instant: Instant,
    known: [KeyID]
  ) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      let tombstone = try Statement(
        """
        INSERT INTO erased_person (person, key, event, erased_on, erased_at)
        VALUES (?1, (SELECT id FROM person_key WHERE person = ?1), ?2, ?3, ?4)
        ON CONFLICT (person) DO UPDATE SET
          event = excluded.event, erased_on = excluded.erased_on, erased_at = excluded.erased_at,
          key = coalesce(excluded.key, key)
        """, on: database, isKept: false)
      try tombstone.bind(person.description, at: 1)
      try tombstone.bind(event.description, at: 2)
      try tombstone.bind(day.description, at: 3)
      try tombstone.bind(instant.microseconds, at: 4)
      try tombstone.run()
      let destroyed = try Statement(
        """
        INSERT OR IGNORE INTO destroyed_key (key, person)
        SELECT id, person FROM person_key WHERE person = ?
        """, on: database, isKept: false)
      try destroyed.bind(person.description, at: 1)
      try destroyed.run()
      let lost = try Statement(
        "INSERT OR IGNORE INTO destroyed_key (key, person) VALUES (?, ?)", on: database,
        isKept: false)
      for key in known {
        try lost.bind(key.text, at: 1)
        try lost.bind(person.description, at: 2)
        try lost.run()
      }
      let deletion = try Statement(
        "DELETE FROM person_key WHERE person = ?", on: database, isKept: false)
      try deletion.bind(person.description, at: 1)
      try deletion.run()
    }
  }

  /// Rewrites the whole file without free pages or gaps (`VACUUM`).
  func vacuum() throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.execute("VACUUM") }
  }

  /// The tombstone of a person, or nil.
  func erasure(of person: Person) throws(VaultFailure) -> ErasedPerson? {
    let row = try mapErrors(timeout) {
      () throws(SQLiteFailure) -> (key: String?, event: String, day: String, at: Int64)? in
      try byErased.bind(person.description, at: 1)
      guard try byErased.step() else { return nil }
      defer { byErased.reset() }
      return (
        byErased.isNull(0) ? nil : byErased.text(0), byErased.text(1), byErased.text(2),
        byErased.integer(3)
      )
    }
    guard let row else { return nil }
    do throws(InvalidValue) {
      return ErasedPerson(
        person: person, key: try row.key.map { (text) throws(InvalidValue) in try KeyID(text) },
        event: try EventID(row.event), on: try CalendarDate(row.day),
        at: try Instant(microseconds: row.at))
    } catch {
      throw .damaged("a tombstone's key, event, day or instant is none")
    }
  }

  // MARK: The register of copies

  func insert(_ backup: VaultBackup) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      let insertion = try Statement(
        "INSERT INTO backup (made_at, place, fingerprint) VALUES (?, ?, ?)", on: database,
        isKept: false)
      try insertion.bind(backup.madeAt.microseconds, at: 1)
      try insertion.bind(backup.place, at: 2)
      try insertion.bind(backup.fingerprint, at: 3)
      try insertion.run()
    }
  }

  /// All registered copies, ordered by the instant at which they were made.
  func backups() throws(VaultFailure) -> [VaultBackup] {
    let rows = try mapErrors(timeout) {
      () throws(SQLiteFailure) -> [(Int64, String, String)] in
      let statement = try Statement(
        "SELECT made_at, place, fingerprint FROM backup ORDER BY made_at, number", on: database,
        isKept: false)
      var rows: [(Int64, String, String)] = []
      while try statement.step() {
        rows.append((statement.integer(0), statement.text(1), statement.text(2)))
      }
      return rows
    }
    do throws(InvalidValue) {
      return try rows.map { (madeAt, place, fingerprint) throws(InvalidValue) in
        VaultBackup(
          madeAt: try Instant(microseconds: madeAt), place: place, fingerprint: fingerprint)
      }
    } catch {
      throw .damaged("the register of copies: an instant is none")
    }
  }

  // MARK: The ledger

  /// The mark of the ledger that this vault is bound to; nil if it is bound to none.
  func ledgerMark() throws(VaultFailure) -> [UInt8]? {
    try mapErrors(timeout) { () throws(SQLiteFailure) -> [UInt8]? in
      let statement = try Statement(
        "SELECT mark FROM bound_ledger", on: database, isKept: false)
      return try unsafe statement.step() ? Array(statement.bytes(0)) : nil
    }
  }

  /// Binds the vault to a ledger; does nothing if it is bound already.
  func bind(to mark: [UInt8]) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      let insertion = try Statement(
        "INSERT OR IGNORE INTO bound_ledger VALUES (1, ?)", on: database, isKept: false)
      try insertion.bind(mark, at: 1)
      try insertion.run()
    }
  }
}
