public import Vault

/// What a ledger reports while it does what it was asked all the same.
public enum LedgerNotice: Sendable {
  /// The ledger lies, or will lie, on a drive that other machines may write to as well.
  case sharedDrive
  /// The file of signed checkpoints is not this user's to read: the last signed state was not compared.
  case lastSignedNotCompared
  /// The file of signed checkpoints is not this user's to read: they were not checked.
  case checkpointsNotChecked
  /// The vault is older than the log, or another ledger's: some persons cannot be named, sealed or
  /// erased.
  case vault(VaultFailure)
  /// The key that signs was made.
  case keyMade
  /// The copy of the vault could not be tried: its master key is not beside the ledger, or is another's.
  case copyNotTried
}
