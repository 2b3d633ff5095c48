public import Cryptography
public import EventLog
public import TransparencyLog

extension EventLog {
  /// The root of the log's first `size` events, from stored nodes: O(log n) readings.
  ///
  /// - Throws: the errors of ``EventLog/node(_:)``.
  public func root(ofSize size: UInt64) throws -> Digest {
    try TreeHash().root(ofSize: size) { try node($0) }
  }

  /// The proof that the log's first `size` events contain the event of this index, counted from 0:
  /// O(log n) readings.
  ///
  /// - Throws: ``ProofFailure``, and the errors of ``EventLog/node(_:)``.
  public func inclusionProof(of index: UInt64, in size: UInt64) throws -> InclusionProof {
    try InclusionProof(of: index, in: size, TreeHash()) { try node($0) }
  }

  /// The proof that the log of size `to` begins with that of size `from`: O(log n) readings.
  ///
  /// - Throws: ``ProofFailure``, and the errors of ``EventLog/node(_:)``.
  public func consistencyProof(from: UInt64, to: UInt64) throws -> ConsistencyProof {
    try ConsistencyProof(from: from, to: to, TreeHash()) { try node($0) }
  }
}
