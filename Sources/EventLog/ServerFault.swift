/// Why a server did not do what a store asked of it.
///
/// The texts are the server's or libpq's, in their language: of hosts, roles, databases and schemas; none contains a
/// value of an event.
public enum ServerFault: Hashable, Sendable {
  /// The place is no address of a ledger.
  case notAnAddress
  /// No connection was made: no server there, a wrong password, no such database.
  case notConnected(String)
  /// The connection ended, and no other was made in time. What was being appended may be in the log or not: the same
  /// ids again tell.
  case lost(String)
  /// The server's version is not one that this program is tried with.
  case tooOld(found: String, oldest: String)
  /// A pooler of connections (PgBouncer) is between, and not in session mode.
  case pooled
  /// The role may not do this.
  case notPermitted(String)
  /// The server is a replica, or was told to read only.
  case readsOnly
  /// The server refused a statement, for a reason without a case of its own.
  case refused(String)
}
