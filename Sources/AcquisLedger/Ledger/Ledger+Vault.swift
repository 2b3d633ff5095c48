internal import Cryptography
internal import EventLog
internal import Events
public import Vault

extension Ledger {
  /// What the vault is opened for.
  public enum VaultPurpose: Sendable {
    case toRead
    /// A vault that is bound to no ledger yet is bound to this one.
    case toSeal
  }

  /// Opens the vault, and holds it against the log: where it is older, or another ledger's, that is
  /// reported, and it refuses those persons whom something does not match for.
  ///
  /// - Throws: ``VaultFailure``, `anotherLedgers` where two ledgers' vaults were exchanged.
  public func vault(_ purpose: VaultPurpose) throws(VaultFailure) -> Vault {
    let vault = try Vault(beside: file)
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
