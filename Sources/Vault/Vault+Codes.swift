internal import Cryptography
internal import Synchronization

extension Vault {
  /// A secret code of a content, 32 bytes, from which ids are made: equal for equal contents and purposes.
  ///
  /// Who has an id and suspects whose it is cannot find out by trying names and birth dates, of which there are
  /// few enough to try them all: the code is an HMAC under 32 random bytes that are only in the vault. Codes of
  /// one purpose tell nothing of those of another, nor of the master key.
  ///
  /// The code is no one person's: it stays the same after an erasure. It changes with the master key
  /// (``rotate()``), so a person recorded before is first looked for by name, and by id only then.
  ///
  /// Cost: some microseconds.
  ///
  /// - Parameter purpose: what the codes are for; each purpose has a key of its own.
  /// - Throws: ``VaultFailure``, if the vault was changed by another process and cannot be read again.
  public func code(of content: [UInt8], for purpose: String) throws(VaultFailure) -> [UInt8] {
    try state.withLock { (vault) throws(VaultFailure) in
      try vault.ring.reloadIfChanged()
      let key = try vault.ring.wrapper.codeKey(for: purpose, by: vault.hmac)
      return try mapErrors { () throws(CryptographyFailure) in
        try vault.hmac.code(of: content, under: key).bytes
      }
    }
  }
}
