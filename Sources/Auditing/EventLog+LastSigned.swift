internal import Cryptography
public import EventLog
internal import Events
internal import Transparency

extension EventLog {
  /// Sees that the log holds what the last note beside it signed.
  public func checkLastSigned(beside ledger: String) throws {
    guard let last = try SignedCheckpoints(beside: ledger).notes.last else { return }
    guard let last, let checkpoint = try? Checkpoint(parsing: last.unverifiedText) else {
      throw Discontinuity.notGenuine
    }
    let found = UInt64(try head().last.number)
    guard checkpoint.size <= found else {
      throw Discontinuity.shrunk(signed: checkpoint.size, found: found)
    }
    guard try root(ofSize: checkpoint.size) == checkpoint.root else {
      throw Discontinuity.forked(signed: checkpoint.size, after: 0)
    }
  }
}
