internal import EventLog
internal import PostgresLog
internal import SQLiteLog

/// Chooses the store of a ledger by its place: the only place of the program that names a store.
enum Stores {
  /// The embedded store: one SQLite file for each ledger.
  static var embedded: any FileStore.Type { SQLiteLog.self }

  /// The store of a place: an address is one of a server's.
  static func store(of place: LedgerPlace) -> any LedgerStore.Type {
    place.isShared ? PostgresLog.self : SQLiteLog.self
  }
}
