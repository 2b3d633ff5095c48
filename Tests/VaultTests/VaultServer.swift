import Glibc
import PostgreSQL
import TestSupport
import Vault

/// A new vault's place on the server that `$ACQUIS_TEST_POSTGRES` names,
/// `postgres://USER@HOST:PORT/DATABASE`, and a folder for its files; both go with it.
final class VaultServer: Sendable {
  /// Whether there is a server to test with; says so if there is none.
  static let isNamed: Bool = {
    if address != nil { return true }
    print(
      "NOT TESTED: vaults whose keys are on a server ($ACQUIS_TEST_POSTGRES names no server)")
    return false
  }()

  private static let address = getenv("ACQUIS_TEST_POSTGRES").map { String(cString: $0) }

  let ledger: TemporaryLedger
  let name: String
  let place: VaultPlace

  init() throws {
    ledger = try TemporaryLedger()
    name = "t" + String(UInt64.random(in: .min ... .max), radix: 16)
    place = VaultPlace(files: ledger.path, server: try Self.address(name))
  }

  deinit { try? run("DROP SCHEMA IF EXISTS \(schema) CASCADE") }

  /// The address of a ledger of this name; its connections bear the name too.
  static func address(_ name: String) throws -> PostgresAddress {
    let server = address ?? "postgres:///"
    return try PostgresAddress(
      "\(server)\(server.contains("?") ? "&" : "?")application_name=\(name)&ledger=\(name)")
  }

  var schema: String { PostgresConnection.quoted(name + "-vault") }

  /// A connection of the same role that sees the vault's tables.
  func connection() throws -> PostgresConnection {
    let address = try Self.address(name)
    let connection = try PostgresConnection(
      address.server.replacing("application_name=\(name)", with: "application_name=test"))
    try connection.run("SET search_path = \(schema)")
    return connection
  }

  func run(_ sql: String) throws { try connection().run(sql) }

  func integer(_ sql: String) throws -> Int64 {
    let rows = try connection().query(sql)
    return rows.count > 0 ? rows.integer(0, 0) : 0
  }

  /// The rows' first column.
  func bytes(_ sql: String) throws -> [[UInt8]] {
    let rows = try connection().query(sql)
    return (0..<rows.count).map { Array(rows.bytes($0, 0)) }
  }

  func vault(timeout: Int = 5) throws -> Vault { try Vault(at: place, timeout: timeout) }
}
