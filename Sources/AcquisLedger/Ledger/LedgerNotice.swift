public import EventLog
public import Vault

/// What a ledger reports without stopping the work.
public enum LedgerNotice: Sendable {
  /// The ledger is, or will be, on a drive that other machines may write to as well.
  case sharedDrive
  /// This user may not read the file of signed checkpoints: the last signed state was not compared.
  case lastSignedNotCompared
  /// This user may not read the file of signed checkpoints: they were not checked.
  case checkpointsNotChecked
  /// The vault is older than the log, or another ledger's: some persons cannot be named, sealed or
  /// erased.
  case vault(VaultFailure)
  /// The signing key was created.
  case keyMade
  /// The log was moved to this place; what is read here is what it had then.
  case moved(to: String)
  /// The server is a replica: answers are of what it has.
  case replica(ReplicaState)
  /// The copy of the vault could not be opened for a check: its master key is not beside the ledger, or is
  /// another vault's.
  case copyNotTried
}
