import Glibc
public import PostgreSQL
public import Testing

/// The server that `$ACQUIS_TEST_POSTGRES` names, `postgres://USER@HOST:PORT/DATABASE`: a role that may make schemas.
/// Each test has ledgers of its own in it.
public enum TestServer {
  /// Nil where there is none: what needs one is said to be left out.
  public static let address: String? = {
    let address = getenv("ACQUIS_TEST_POSTGRES").map { String(cString: $0) }
    if address == nil {
      print("NOT TESTED: ledgers on a server ($ACQUIS_TEST_POSTGRES names none)")
    }
    return address
  }()

  /// The trait of a test that needs one.
  public static var isNeeded: ConditionTrait {
    .enabled(if: address != nil, "$ACQUIS_TEST_POSTGRES names no server")
  }

  /// A connection to the database, beside the ledgers'.
  public static func connection() throws -> PostgresConnection {
    try PostgresConnection(try #require(address))
  }
}

/// The place of a ledger of one test; its schema is dropped with it.
public final class TestSchema: Sendable {
  public let name = "t" + String(UInt64.random(in: .min ... .max), radix: 16)

  public init() {}

  /// As `--ledger` takes it; the server knows its connections by the same name.
  public var address: String {
    let server = TestServer.address ?? "postgres://nobody@/nothing"
    return "\(server)\(server.contains("?") ? "&" : "?")application_name=\(name)&ledger=\(name)"
  }

  /// Runs statements in the schema, as its owner.
  public func run(_ sql: String) throws {
    let connection = try TestServer.connection()
    try connection.run("SET search_path TO \"\(name)\"; \(sql)")
  }

  deinit {
    try? TestServer.connection().run("DROP SCHEMA IF EXISTS \"\(name)\" CASCADE")
  }
}
