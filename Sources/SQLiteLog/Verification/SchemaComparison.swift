internal import EventLog
internal import SQLite

/// Compares a file's tables, indexes and triggers with those of the format.
enum SchemaComparison {
  /// The differences from a new ledger; ignores whitespace in the SQL and SQLite's statistics
  /// tables.
  static func defects(of database: borrowing Database) throws(SQLiteFailure) -> [LogDefect] {
    let model = try Database("", .memory, timeout: 0)
    try model.execute(Format.creation)
    let (made, found) = (try objects(of: model), try objects(of: database))
    var defects: [LogDefect] = []
    for (name, object) in made.sorted(by: { $0.key < $1.key }) where found[name] != object {
      defects.append(LogDefect(found[name] == nil ? .schemaMissing(name) : .schemaChanged(name)))
    }
    for name in found.keys.sorted() where made[name] == nil {
      defects.append(LogDefect(.schemaTooMany(name)))
    }
    return defects
  }

  /// A row of `sqlite_schema`.
  private struct Object: Equatable {
    let kind: String
    let table: String
    /// Of the SQL.
    let words: [Substring]
  }

  private static func objects(
    of database: borrowing Database
  ) throws(SQLiteFailure) -> [String: Object] {
    let rows = try Statement(
      "SELECT name, type, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'",
      on: database, isKept: false)
    var objects: [String: Object] = [:]
    while try rows.step() {
      objects[rows.text(0)] = Object(
        kind: rows.text(1), table: rows.text(2),
        words: rows.text(3).split { $0 == " " || $0 == "\n" })
    }
    return objects
  }
}
