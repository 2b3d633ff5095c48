internal import Events

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
    let tombstone = try database.statement(
      """
      INSERT INTO erased_person (person, key, event, erased_on, erased_at)
      VALUES ($1, (SELECT id FROM person_key WHERE person = $1), $2, $3, $4)
      ON CONFLICT (person) DO UPDATE SET
        event = excluded.event, erased_on = excluded.erased_on, erased_at = excluded.erased_at,
        key = coalesce(excluded.key, erased_person.key)
      """, isKept: false)
    try tombstone.bind(person.description, at: 1)
    try tombstone.bind(event.description, at: 2)
    try tombstone.bind(day.description, at: 3)
    try tombstone.bind(instant.microseconds, at: 4)
    try tombstone.run()
    let destroyed = try database.statement(
      """
      INSERT INTO destroyed_key (key, person)
      SELECT id, person FROM person_key WHERE person = $1 ON CONFLICT DO NOTHING
      """, isKept: false)
    try destroyed.bind(person.description, at: 1)
    try destroyed.run()
    let lost = try database.statement(
      "INSERT INTO destroyed_key (key, person) VALUES ($1, $2) ON CONFLICT DO NOTHING",
      isKept: false)
    for key in known {
      try lost.bind(key.text, at: 1)
      try lost.bind(person.description, at: 2)
      try lost.run()
    }
    let deletion = try database.statement(
      "DELETE FROM person_key WHERE person = $1", isKept: false)
    try deletion.bind(person.description, at: 1)
    try deletion.run()
  }

  /// Writes the file, or the server's tables, anew without what was deleted.
  func vacuum() throws(VaultFailure) { try database.vacuum() }

  /// The tombstone of a person, or nil.
  func erasure(of person: Person) throws(VaultFailure) -> ErasedPerson? {
    try byErased.bind(person.description, at: 1)
    guard try byErased.step() else { return nil }
    defer { byErased.reset() }
    do throws(InvalidValue) {
      return ErasedPerson(
        person: person, key: byErased.isNull(0) ? nil : try KeyID(byErased.text(0)),
        event: try EventID(byErased.text(1)), on: try CalendarDate(byErased.text(2)),
        at: try Instant(microseconds: byErased.integer(3)))
    } catch {
      throw .damaged("a tombstone's key, event, day or instant is none")
    }
  }

  // MARK: The register of copies

  /// Registers a copy, numbered after the last one. Call it in a transaction.
  func insert(_ backup: VaultBackup) throws(VaultFailure) {
    let insertion = try database.statement(
      """
      INSERT INTO backup (number, made_at, place, fingerprint)
      VALUES ((SELECT coalesce(max(number), 0) + 1 FROM backup), $1, $2, $3)
      """, isKept: false)
    try insertion.bind(backup.madeAt.microseconds, at: 1)
    try insertion.bind(backup.place, at: 2)
    try insertion.bind(backup.fingerprint, at: 3)
    try insertion.run()
  }

  /// All registered copies, ordered by the instant at which they were made.
  func backups() throws(VaultFailure) -> [VaultBackup] {
    let row = try database.statement(
      "SELECT made_at, place, fingerprint FROM backup ORDER BY made_at, number", isKept: false)
    var backups: [VaultBackup] = []
    while try row.step() {
      guard let madeAt = try? Instant(microseconds: row.integer(0)) else {
        throw .damaged("the register of copies: an instant is none")
      }
      backups.append(VaultBackup(madeAt: madeAt, place: row.text(1), fingerprint: row.text(2)))
    }
    return backups
  }

  // MARK: The ledger

  /// The mark of the ledger that this vault is bound to; nil if it is bound to none.
  func ledgerMark() throws(VaultFailure) -> [UInt8]? {
    let row = try database.statement("SELECT mark FROM bound_ledger", isKept: false)
    return try row.step() ? row.bytes(0) : nil
  }

  /// Binds the vault to a ledger; does nothing if it is bound already.
  func bind(to mark: [UInt8]) throws(VaultFailure) {
    let insertion = try database.statement(
      "INSERT INTO bound_ledger VALUES (1, $1) ON CONFLICT DO NOTHING", isKept: false)
    try insertion.bind(mark, at: 1)
    try insertion.run()
  }
}
