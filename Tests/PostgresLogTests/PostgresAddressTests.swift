import PostgreSQL
import Testing

@Suite struct PostgresAddressTests {
  @Test func `the ledger's name is taken out of the address, and the rest is libpq's`() throws {
    let address = try PostgresAddress(
      "postgres://clerk@db:5433/acquis?sslmode=verify-full&ledger=centre_2&connect_timeout=3")
    #expect(address.name == "centre_2")
    #expect(
      address.server == "postgres://clerk@db:5433/acquis?sslmode=verify-full&connect_timeout=3")
    #expect(try PostgresAddress("postgresql:///acquis?ledger=a").server == "postgresql:///acquis")
  }

  @Test(arguments: [
    "", "A", "1a", "_a", "a-b", "é", "a b", "a%20b", String(repeating: "a", count: 49), "a;drop",
  ])
  func `what is no name is refused`(_ name: String) {
    #expect(throws: PostgresAddress.Refusal.notAName) {
      try PostgresAddress("postgres://clerk@db/acquis?ledger=\(name)")
    }
  }

  @Test func `a name is given once`() {
    for address in ["postgres://db/x", "postgres://db/x?ledger=a&ledger=b", "postgres://db/x?a=b"] {
      #expect(throws: PostgresAddress.Refusal.nameMissing) { try PostgresAddress(address) }
    }
  }

  @Test func `a password has no place in it`() {
    for address in [
      "postgres://clerk:secret@db/x?ledger=a", "postgres://db/x?password=secret&ledger=a",
      "postgres://clerk:@db/x?ledger=a",
    ] {
      #expect(throws: PostgresAddress.Refusal.password) { try PostgresAddress(address) }
    }
  }

  @Test func `a path is no address`() {
    #expect(throws: PostgresAddress.Refusal.notPostgres) { try PostgresAddress("/srv/a.ledger") }
    #expect(PostgresAddress.isMeant(by: "postgres://x"))
    #expect(!PostgresAddress.isMeant(by: "postgres.ledger"))
  }
}
