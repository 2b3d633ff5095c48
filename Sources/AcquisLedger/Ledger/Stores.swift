internal import EventLog
internal import SQLiteLog

/// Chooses the store of a ledger by its path: the only place of the program that names a store.
enum Stores {
  /// The embedded store: one SQLite file for each ledger.
  static func store(of place: String) -> any LedgerStore.Type { SQLiteLog.self }
}
