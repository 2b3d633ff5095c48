internal import CPostgres

extension PostgresAddress {
  /// Where libpq connects to for this address, with what its variables (`PGPORT` …) add to it.
  public struct Location: Hashable, Sendable {
    /// A name, an address or a socket's folder; several with commas. Empty: libpq's own default.
    public let host: String
    public let port: String
    public let database: String
  }

  /// - Returns: nil if libpq does not accept the address.
  public var location: Location? {
    guard let given = unsafe PQconninfoParse(server, nil) else { return nil }
    defer { unsafe PQconninfoFree(given) }
    let defaults = unsafe PQconndefaults()
    defer { unsafe PQconninfoFree(defaults) }
    func value(_ name: String) -> String {
      unsafe Self.value(name, in: given) ?? defaults.flatMap { unsafe Self.value(name, in: $0) }
        ?? ""
    }
    let (host, database) = (value("host"), value("dbname"))
    return Location(
      host: host.isEmpty ? value("hostaddr") : host, port: value("port"),
      database: database.isEmpty ? value("user") : database)
  }

  /// The value of a parameter; nil if it is not given.
  private static func value(
    _ name: String, in options: UnsafeMutablePointer<PQconninfoOption>
  ) -> String? {
    var option = unsafe options
    while let keyword = unsafe option.pointee.keyword {
      if unsafe String(cString: keyword) == name {
        return unsafe option.pointee.val.map { unsafe String(cString: $0) }
      }
      unsafe option += 1
    }
    return nil
  }
}
