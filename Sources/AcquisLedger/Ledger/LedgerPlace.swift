internal import Files
package import PostgreSQL
internal import Vault

/// Where a ledger is: its log, and the files beside it.
///
/// ```swift
/// LedgerPlace("afpols.ledger")
/// try LedgerPlace("postgres://clerk@db:5432/acquis?ledger=afpols", beside: "/srv/acquis/afpols")
/// ```
public struct LedgerPlace: Hashable, Sendable {
  /// As given: the path of a file, or the address of a ledger on a server.
  public let log: String
  /// The path that the files beside the log begin with: `.master`, `.signing`, `.signed`, `.vkeys`, `.access`,
  /// `.opened`, and `.vault` if the persons' keys are in a file. Of a log in a file, its own path.
  public let beside: String
  /// Whether the folder of these files is this program's own, and made with a ledger.
  let makesFolder: Bool
  /// The address of the persons' keys; nil for a file.
  public let vaultAddress: String?
  /// The server that has the log; nil for a file.
  package let server: PostgresAddress?
  /// The server that has the persons' keys; nil for a file.
  package let vault: PostgresAddress?

  /// Why a place is none.
  public enum Refusal: Error, Hashable, Sendable {
    /// It does not begin with `postgres://`.
    case notAnAddress
    /// `ledger=` is missing or given twice.
    case nameMissing
    /// The name is none: `[a-z][a-z0-9_]{0,47}`.
    case notAName
    /// It contains a password, which the list of processes would show.
    case password
    /// The vault's address names another ledger.
    case otherVault

    init(_ refusal: PostgresAddress.Refusal) {
      switch refusal {
      case .notPostgres: self = .notAnAddress
      case .nameMissing: self = .nameMissing
      case .notAName: self = .notAName
      case .password: self = .password
      }
    }
  }

  /// The place of a log in a file.
  public init(_ path: String) {
    self.init(
      log: path, beside: path, makesFolder: false, vaultAddress: nil, server: nil, vault: nil)
  }

  /// The place of a log on a server.
  ///
  /// - Parameters:
  ///   - address: `postgres://USER@HOST:PORT/DATABASE?ledger=NAME`.
  ///   - beside: the path that the files of this machine begin with.
  ///   - vault: the address of the persons' keys, with the same name; nil: in a file.
  ///   - makesFolder: whether the folder of the files is made with the ledger.
  /// - Throws: ``Refusal``.
  public init(
    _ address: String, beside: String, vault: String? = nil, makesFolder: Bool = false
  ) throws(Refusal) {
    let server = try Self.parsed(address)
    let keys = try vault.map { (text) throws(Refusal) in try Self.parsed(text) }
    self.init(
      log: address, beside: beside, makesFolder: makesFolder, vaultAddress: vault,
      server: server, vault: keys)
    if let keys, keys.name != server.name { throw .otherVault }
  }

  private static func parsed(_ text: String) throws(Refusal) -> PostgresAddress {
    do throws(PostgresAddress.Refusal) { return try PostgresAddress(text) } catch {
      throw Refusal(error)
    }
  }

  private init(
    log: String, beside: String, makesFolder: Bool, vaultAddress: String?,
    server: PostgresAddress?, vault: PostgresAddress?
  ) {
    (self.log, self.beside, self.makesFolder) = (log, beside, makesFolder)
    self.vaultAddress = vaultAddress
    (self.server, self.vault) = (server, vault)
  }

  /// Whether a place is meant as that of a log on a server.
  public static func isOnServer(_ place: String) -> Bool { PostgresAddress.isMeant(by: place) }

  /// The host, port and database of a log on a server, as one word of a file's name; nil for a file.
  public var databaseName: String? {
    guard let location = server?.location else { return nil }
    let words = [location.host.isEmpty ? "local" : location.host, location.port, location.database]
    return String(
      words.joined(separator: "-").map { character in
        character.isLetter || character.isNumber || "._-".contains(character) ? character : "-"
      })
  }

  /// The name of a ledger on a server; empty for a file.
  public var name: String { server?.name ?? "" }

  /// Whether the log is on a server.
  public var isShared: Bool { server != nil }

  /// The same place while it is created: a file is written at the draft's path, and a server keeps its own draft.
  func draft(beside path: String) -> LedgerPlace {
    LedgerPlace(
      log: isShared ? log : path, beside: path, makesFolder: false, vaultAddress: vaultAddress,
      server: server, vault: vault)
  }

  /// Where the persons' keys are.
  var vaultPlace: VaultPlace { VaultPlace(files: files, server: vault) }

  /// The path of the files themselves where ``beside`` is that of a link.
  var files: String { isShared ? beside : Folder.resolved(beside) }
}
