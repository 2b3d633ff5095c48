internal import SQLite

extension KeyStore {
  /// Up to 1,000 rows whose person follows this one, ordered by person; `""` for the first rows.
  func keys(
    after person: String
  ) throws(VaultFailure) -> [(person: String, id: String, wrapped: Wrapped)] {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      let statement = try Statement(
        """
        SELECT person, id, nonce, wrapped FROM person_key WHERE person > ?
        ORDER BY person LIMIT 1000
        """, on: database, isKept: false)
      try statement.bind(person, at: 1)
      var rows: [(person: String, id: String, wrapped: Wrapped)] = []
      while try statement.step() {
        unsafe rows.append(
          (
            statement.text(0), statement.text(1),
            Wrapped(nonce: Array(statement.bytes(2)), bytes: Array(statement.bytes(3)))
          ))
      }
      return rows
    }
  }

  func replace(_ wrapped: Wrapped, of person: Person) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      let update = try Statement(
        "UPDATE person_key SET nonce = ?, wrapped = ? WHERE person = ?", on: database,
        isKept: false)
      try update.bind(wrapped.nonce, at: 1)
      try update.bind(wrapped.bytes, at: 2)
      try update.bind(person.description, at: 3)
      try update.run()
    }
  }

  func replace(check: Wrapped) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      let update = try Statement(
        "UPDATE master_check SET nonce = ?, wrapped = ?", on: database, isKept: false)
      try update.bind(check.nonce, at: 1)
      try update.bind(check.bytes, at: 2)
      try update.run()
    }
  }
}
