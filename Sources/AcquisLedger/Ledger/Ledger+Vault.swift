internal import Cryptography
internal import EventLog
internal import Events
internal import Files
public import Vault

extension Ledger {
  /// Whether there is a vault beside the log; a copy of the log alone has none.
  public var hasVault: Bool { place.vault != nil || !Folder.isAbsent(file + ".vault") }

  /// Why the vault is opened.
  public enum VaultPurpose: Sendable {
    case toRead
    /// A vault that is not bound to a ledger yet is bound to this one.
    case toSeal
  }

  /// Opens the vault and compares it with the log. If it is older than the log or another ledger's, that is
  /// reported, and the vault refuses the persons for whom something does not match.
  ///
  /// - Throws: ``VaultFailure``, `anotherLedgers` if two ledgers' vaults were exchanged.
  public func vault(_ purpose: VaultPurpose) throws(VaultFailure) -> Vault {
    let vault = try Vault(at: place.vaultPlace, shown: shown)
    do {
      let log = try log()
      if let mark = try log.mark() {
        try vault.check(ledger: mark.bytes, bindsIfUnbound: purpose == .toSeal)
      }
      let comparison = try VaultComparison(of: log, with: vault)
      if let failure = comparison.failure { report(.vault(failure)) }
    } catch let failure as VaultFailure {
      throw failure
    } catch let failure as LogFailure {
      throw .uncompared(failure.text)
    } catch {
      throw .uncompared(Text(verbatim: "\(type(of: error))"))
    }
    return vault
  }
}
