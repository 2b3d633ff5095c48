/// The place of a ledger on a server: `postgres://USER@HOST:PORT/DATABASE?ledger=NAME`. Other parameters are
/// libpq's own, such as `sslmode=verify-full`.
public struct PostgresAddress: Hashable, Sendable {
  /// The ledger's name, `[a-z][a-z0-9_]{0,47}`: that of its schema.
  public let name: String
  /// What libpq connects to: the address without the ledger's name.
  public let server: String

  /// Why a text is no such address.
  public enum Refusal: Error, Hashable, Sendable {
    /// It does not begin with `postgres://` or `postgresql://`.
    case notPostgres
    /// `ledger=` is missing or given twice.
    case nameMissing
    /// The name is none: `[a-z][a-z0-9_]{0,47}`.
    case notAName
    /// It contains a password, which the list of processes would show.
    case password
  }

  /// Whether a place is meant as an address: whatever follows is then read as one.
  public static func isMeant(by place: String) -> Bool {
    place.hasPrefix("postgres://") || place.hasPrefix("postgresql://")
  }

  /// - Throws: ``Refusal``.
  public init(_ text: String) throws(Refusal) {
    guard Self.isMeant(by: text) else { throw .notPostgres }
    let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let place = String(parts[0])
    let user = place.drop { $0 != "/" }.dropFirst(2).prefix { $0 != "/" }
    if let end = user.lastIndex(of: "@"), user[..<end].contains(":") { throw .password }
    let parameters = parts.count < 2 ? [] : parts[1].split(separator: "&")
    if parameters.contains(where: { $0.hasPrefix("password=") }) { throw .password }
    let names = parameters.filter { $0.hasPrefix("ledger=") }.map { $0.dropFirst("ledger=".count) }
    guard names.count == 1, let name = names.first else { throw .nameMissing }
    guard Self.isName(name) else { throw .notAName }
    self.name = String(name)
    let others = parameters.filter { !$0.hasPrefix("ledger=") }.joined(separator: "&")
    server = others.isEmpty ? place : "\(place)?\(others)"
  }

  private static func isName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, 0x61...0x7a ~= first, text.utf8.count <= 48 else {
      return false
    }
    return text.utf8.allSatisfy { 0x61...0x7a ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x5f }
  }
}
