internal import AcquisLedger
internal import Events
internal import Files

extension LedgerPlace {
  /// The place of `--ledger` and `--vault`, or of what comes in their stead.
  ///
  /// Of a log on a server, the files of this machine begin with the vault's path without `.vault`; without one, or
  /// where the vault is on a server too, they are in `$XDG_DATA_HOME/acquis/HOST-PORT-DATABASE/`, under the ledger's
  /// name.
  ///
  /// - Throws: ``Failure/usage(_:)``.
  init(_ ledger: String, vault: String?) throws(Failure) {
    guard Self.isOnServer(ledger) else {
      if vault != nil {
        throw .usage(
          Text(
            "--vault va avec un registre partagé (postgres://…) : le coffre d’un fichier est à côté de lui",
            "--vault goes with a shared ledger (postgres://…): a file's vault is beside it"))
      }
      self.init(ledger)
      return
    }
    let isOnServer = vault.map(Self.isOnServer) ?? false
    do throws(Refusal) {
      if let vault, !isOnServer {
        let beside = vault.hasSuffix(".vault") ? String(vault.dropLast(".vault".count)) : vault
        try self.init(ledger, beside: beside)
      } else {
        // Its name is checked before anything is looked for under it.
        let place = try Self(ledger, beside: "")
        let folder = place.databaseName.flatMap(Self.folder)
        try self.init(
          ledger, beside: folder.map { "\($0)/\(place.name)" } ?? "", vault: vault,
          makesFolder: true)
      }
    } catch {
      throw .usage(error.text)
    }
    if databaseName == nil { throw .usage(Refusal.notAnAddress.text) }
    if beside.isEmpty {
      throw .usage(
        Text(
          "ni XDG_DATA_HOME ni HOME n’est défini : donnez --vault FICHIER",
          "neither XDG_DATA_HOME nor HOME is set: give --vault FILE"))
    }
  }

  /// The folder of this user's files of a database's ledgers; nil without a home folder.
  private static func folder(of database: String) -> String? {
    let home = Environment.variable("HOME").map { $0 + "/.local/share" }
    let given = Environment.variable("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (given ?? home).map { "\($0)/acquis/\(database)" }
  }
}
