internal import Events
internal import SQLite

extension KeyStore {
  /// How far the index of names was made, and its wrapped keys; nil if there is no index.
  func nameIndex() throws(VaultFailure) -> (mark: NameIndexMark, keys: Wrapped)? {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      let row = try Statement(
        "SELECT nonce, wrapped, edition, through, leaf, changed, latest FROM name_index",
        on: database, isKept: false)
      guard try row.step() else { return nil }
      return unsafe (
        NameIndexMark(
          edition: Int(row.integer(2)), through: row.integer(3), leaf: Array(row.bytes(4)),
          changed: row.integer(5), latest: row.integer(6)),
        Wrapped(nonce: Array(row.bytes(0)), bytes: Array(row.bytes(1)))
      )
    }
  }

  /// Stores how far the index was made, and its keys if they are new. Call it in a transaction.
  func keep(_ mark: NameIndexMark, keys: Wrapped? = nil) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      if let keys {
        try database.execute("DELETE FROM name_index")
        let row = try Statement(
          "INSERT INTO name_index VALUES (1, ?, ?, 0, 0, x'', 0, 0)", on: database, isKept: false)
        try row.bind(keys.nonce, at: 1)
        try row.bind(keys.bytes, at: 2)
        try row.run()
      }
      let row = try Statement(
        "UPDATE name_index SET edition = ?, through = ?, leaf = ?, changed = ?, latest = ?",
        on: database, isKept: false)
      try row.bind(Int64(mark.edition), at: 1)
      try row.bind(mark.through, at: 2)
      try row.bind(mark.leaf, at: 3)
      try row.bind(mark.changed, at: 4)
      try row.bind(mark.latest, at: 5)
      try row.run()
    }
  }

  /// Empties the index; the next search makes it again. The rows are overwritten (`secure_delete`).
  func emptyNames() throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.execute(
        "DELETE FROM name_index; DELETE FROM name_word; DELETE FROM named_person")
    }
  }

  /// The number of tombstones.
  func erasures() throws(VaultFailure) -> Int64 {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.integer("SELECT count(*) FROM erased_person") ?? 0
    }
  }

  /// About how many keys the file has room for; takes no reading of them.
  func roomForKeys() throws(VaultFailure) -> Int64 {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      (try database.integer("PRAGMA page_count") ?? 0) * 16
    }
  }
}

extension KeyRing {
  /// The postings of the index of names; nil if there is no index, or its keys cannot be opened.
  func namePostings() throws(VaultFailure) -> NamePostings? {
    guard let index = try store.nameIndex() else { return nil }
    do throws(VaultFailure) {
      let keys = try wrapper.unwrap(nameKeys: index.keys)
      return try NamePostings(NameCodes(keys), on: store)
    } catch {
      guard error == .notAuthentic else { throw error }
      return nil
    }
  }

  /// Runs the closure on the postings in a transaction; empties the index if it turns out to be damaged, or
  /// cannot be opened.
  func changeNames(
    _ change: (borrowing NamePostings) throws(VaultFailure) -> Void
  ) throws(VaultFailure) {
    guard try store.nameIndex() != nil else { return }
    guard let postings = try namePostings() else { return try store.emptyNames() }
    do throws(VaultFailure) {
      try change(postings)
    } catch {
      switch error {
      case .damaged, .notAuthentic: try store.emptyNames()
      default: throw error
      }
    }
  }
}
