internal import SQLite

/// The interned words of the tables, all in memory: some dozens, and a set of blocks for each that occurs.
struct TableNames {
  private(set) var keys: [String: Int64] = [:]
  private(set) var names: [Int64: String] = [:]

  init(_ database: borrowing Database) throws(SQLiteFailure) {
    let rows = try Statement("SELECT key, name FROM list_name", on: database, isKept: false)
    while try rows.step() {
      keys[rows.text(1)] = rows.integer(0)
      names[rows.integer(0)] = rows.text(1)
    }
  }

  /// The key of a word, inserted if it is new. Call it in a write transaction.
  mutating func key(
    of name: String, _ database: borrowing Database
  ) throws(SQLiteFailure) -> Int64 {
    if let key = keys[name] { return key }
    let insert = try Statement(
      "INSERT INTO list_name (name) VALUES (?)", on: database, isKept: false)
    try insert.bind(name, at: 1)
    try insert.run()
    let key = database.lastKey
    keys[name] = key
    names[key] = name
    return key
  }

  /// The key of a word; one that no row has if no row has the word.
  func existing(_ name: String) -> Int64 { keys[name] ?? -1 }

  /// A word; empty for a key that is not there.
  func name(_ key: Int64) -> String { names[key] ?? "" }
}
