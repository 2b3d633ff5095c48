internal import Events

extension KeyStore {
  /// A row of a person's key.
  typealias KeyRow = (person: String, id: String, wrapped: Wrapped)

  /// Up to 1,000 rows whose person follows this one, ordered by person; `""` for the first rows.
  func keys(after person: String) throws(VaultFailure) -> [KeyRow] {
    let row = try database.statement(
      """
      SELECT person, id, nonce, wrapped FROM person_key WHERE person > $1
      ORDER BY person LIMIT 1000
      """, isKept: false)
    try row.bind(person, at: 1)
    var rows: [KeyRow] = []
    while try row.step() {
      rows.append((row.text(0), row.text(1), Wrapped(nonce: row.bytes(2), bytes: row.bytes(3))))
    }
    return rows
  }

  /// Replaces the wrapped keys of persons who have one. Call it in a transaction.
  func replace(_ rows: [(person: Person, wrapped: Wrapped)]) throws(VaultFailure) {
    if let server = database.server { return try server.replace(rows) }
    let update = try database.statement(
      "UPDATE person_key SET nonce = $1, wrapped = $2 WHERE person = $3", isKept: false)
    for (person, wrapped) in rows {
      try update.bind(wrapped.nonce, at: 1)
      try update.bind(wrapped.bytes, at: 2)
      try update.bind(person.description, at: 3)
      try update.run()
    }
  }

  func replace(check: Wrapped) throws(VaultFailure) {
    let update = try database.statement(
      "UPDATE master_check SET nonce = $1, wrapped = $2", isKept: false)
    try update.bind(check.nonce, at: 1)
    try update.bind(check.bytes, at: 2)
    try update.run()
  }
}
