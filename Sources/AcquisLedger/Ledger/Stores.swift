internal import EventLog
internal import SQLiteLog

/// Which store keeps the ledger at a place: the one line of the program that names a store.
enum Stores {
  /// The embedded store, one SQLite file a ledger.
  static func store(of place: String) -> any LedgerStore.Type { SQLiteLog.self }
}
