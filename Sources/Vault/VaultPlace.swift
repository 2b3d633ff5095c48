public import PostgreSQL

/// Where a ledger's vault is: the path beside which its files are and, where the persons' keys are
/// on a server, that server.
///
/// On a server the keys are in a schema of the role that the address names, `"NAME-vault"` for a
/// ledger `NAME`: no ledger has a schema of such a name. The master key is in a file all the same,
/// so that nobody who only has the server opens anything.
public struct VaultPlace: Hashable, Sendable {
  /// The path of the files without their suffix: `<files>.master`, and `<files>.vault` where the
  /// keys are in a file.
  public let files: String
  /// Where the keys are; nil for the file `<files>.vault`.
  public let server: PostgresAddress?

  public init(files: String, server: PostgresAddress? = nil) {
    self.files = files
    self.server = server
  }

  /// The place of a vault whose keys are in a file beside a ledger.
  public static func beside(_ path: String) -> VaultPlace { VaultPlace(files: path) }
}
