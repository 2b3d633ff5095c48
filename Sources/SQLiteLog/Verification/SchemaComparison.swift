internal import EventLog
internal import SQLite

/// Compares a file's tables, indexes and triggers with those of its format.
enum SchemaComparison {
  /// The differences from a new ledger of the format that the file's header names; ignores
  /// whitespace in the SQL and SQLite's statistics tables. The tables for the lists (``TableFormat``) may be there or not.
  ///
  /// - Parameter allowsOtherTables: whether tables and indexes under the names of those for the lists may be
  ///   another program's: they are made anew before they are read, and no append reads them.
  static func defects(
    of database: borrowing Database, allowsOtherTables: Bool = false
  ) throws(SQLiteFailure) -> [LogDefect] {
    let format = try database.integer("PRAGMA user_version") ?? Format.number
    let model = try Database("", .memory, timeout: 0)
    try model.execute(Format.creation(of: format))
    let (made, found) = (try objects(of: model), try objects(of: database))
    var defects: [LogDefect] = []
    for (name, object) in made.sorted(by: { $0.key < $1.key }) where found[name] != object {
      defects.append(LogDefect(found[name] == nil ? .schemaMissing(name) : .schemaChanged(name)))
    }
    let hasTables = found.keys.contains { $0.hasPrefix(TableFormat.prefix) }
    if hasTables { for object in TableFormat.objects { try model.execute(object.sql) } }
    let tables = hasTables ? try objects(of: model) : made
    for (name, object) in found.sorted(by: { $0.key < $1.key }) where made[name] == nil {
      if object == tables[name] || allowsOtherTables && object.isOfTables(name) { continue }
      if tables[name] != nil {
        defects.append(LogDefect(.schemaChanged(name)))
        continue
      }
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

    /// Whether it is a table for the lists, or an index of one.
    func isOfTables(_ name: String) -> Bool {
      (kind == "table" && name.hasPrefix(TableFormat.prefix) || kind == "index")
        && table.hasPrefix(TableFormat.prefix)
    }
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
