internal import CPostgres

/// An error of libpq or of the server.
///
/// Contains no value sent to the server, because it may be personal data: of a statement with values only the
/// code is kept.
public struct PostgresFailure: Error, Equatable, Sendable {
  /// The five characters of an SQLSTATE, as `23505` (`unique_violation`); empty where the server sent none: the
  /// connection failed.
  public let state: String
  /// The server's or libpq's message; for a statement with values a text for the code.
  public let message: String

  init(state: String, message: String) {
    self.state = state
    self.message = message
  }

  /// The failure of a connection that could not be made, or broke.
  init(of connection: OpaquePointer?) {
    let message = unsafe connection.flatMap { unsafe PQerrorMessage($0) }.map {
      unsafe String(cString: $0)
    }
    state = ""
    self.message = Self.oneLine(message ?? "no memory for a connection")
  }

  /// The failure of a statement.
  ///
  /// - Parameter hasValues: whether values were sent with it, which the server's message may repeat.
  init(of result: OpaquePointer, hasValues: Bool) {
    func field(_ code: Int) -> String {
      unsafe PQresultErrorField(result, Int32(code)).map { unsafe String(cString: $0) } ?? ""
    }
    let state = field(ACQUIS_PG_SQLSTATE)
    self.state = state
    let message = field(ACQUIS_PG_MESSAGE)
    // The values stand in messages about data (22), constraints (23) and what functions raise (P0).
    let hasValues = hasValues && ["22", "23", "P0"].contains { state.hasPrefix($0) }
    self.message = hasValues ? "SQLSTATE \(state)" : Self.oneLine(message)
  }

  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A pooler is between that does not keep to one connection of the server.
  static let pooled = PostgresFailure(
    state: "pooled", message: "a pooler gives each transaction another connection of the server")

  /// The categories that callers handle differently.
  public enum Kind: Hashable, Sendable {
    /// There is no connection, or the server ended it.
    case connection
    /// Two transactions met: the same again succeeds.
    case serialisation
    /// A row of this key is there already.
    case unique
    /// The role may not do this.
    case right
    /// A schema, a table or a function is not there.
    case missing
    /// The server's disk is full.
    case full
    /// The server only reads: a replica, or a transaction that reads.
    case readOnly
    /// A trigger or a function refused it.
    case raised
    /// It was cancelled: by this program, by a limit of time, or by an administrator.
    case cancelled
    /// A lock was not had in the time allowed.
    case locked
    /// A schema, a table or a database of this name is there already.
    case exists
    /// A pooler is between that gives each transaction another connection.
    case pooled
    case other
  }

  public var kind: Kind {
    switch state {
    case "": .connection
    case "40001", "40P01": .serialisation
    case "23505": .unique
    case "42501": .right
    case "3F000", "42P01", "42883", "3D000": .missing
    case "53100", "53000": .full
    case "25006": .readOnly
    case "P0001": .raised
    case "57014": .cancelled
    case "55P03": .locked
    case "pooled": .pooled
    case "42P06", "42P07", "42P04": .exists
    default: state.hasPrefix("08") || state.hasPrefix("57P") ? .connection : .other
    }
  }
}
