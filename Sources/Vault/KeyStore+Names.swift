internal import Events

extension KeyStore {
  /// How far the index of names was made, and its wrapped keys; nil if there is no index.
  func nameIndex() throws(VaultFailure) -> (mark: NameIndexMark, keys: Wrapped)? {
    let row = try database.statement(
      "SELECT nonce, wrapped, edition, through, leaf, changed, latest FROM name_index",
      isKept: false)
    guard try row.step() else { return nil }
    return (
      NameIndexMark(
        edition: Int(row.integer(2)), through: row.integer(3), leaf: row.bytes(4),
        changed: row.integer(5), latest: row.integer(6)),
      Wrapped(nonce: row.bytes(0), bytes: row.bytes(1))
    )
  }

  /// Stores how far the index was made, and its keys if they are new. Call it in a transaction.
  func keep(_ mark: NameIndexMark, keys: Wrapped? = nil) throws(VaultFailure) {
    if let keys {
      try database.execute("DELETE FROM name_index")
      let row = try database.statement(
        "INSERT INTO name_index VALUES (1, $1, $2, 0, 0, $3, 0, 0)", isKept: false)
      try row.bind(keys.nonce, at: 1)
      try row.bind(keys.bytes, at: 2)
      try row.bind([UInt8](), at: 3)
      try row.run()
    }
    let row = try database.statement(
      "UPDATE name_index SET edition = $1, through = $2, leaf = $3, changed = $4, latest = $5",
      isKept: false)
    try row.bind(Int64(mark.edition), at: 1)
    try row.bind(mark.through, at: 2)
    try row.bind(mark.leaf, at: 3)
    try row.bind(mark.changed, at: 4)
    try row.bind(mark.latest, at: 5)
    try row.run()
  }

  /// Empties the index; the next search makes it again. In a file the rows are overwritten
  /// (`secure_delete`), on a server they remain until ``vacuum()``.
  func emptyNames() throws(VaultFailure) {
    try database.execute(
      "DELETE FROM name_index; DELETE FROM name_word; DELETE FROM named_person")
  }

  /// The number of tombstones.
  func erasures() throws(VaultFailure) -> Int64 {
    try database.integer("SELECT count(*) FROM erased_person") ?? 0
  }

  /// About how many keys there is room for in what the vault takes; takes no reading of them.
  func roomForKeys() throws(VaultFailure) -> Int64 { try database.roomForKeys() }
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
