public import Cryptography
public import EventLog
public import TransparencyLog

extension EventLog {
  /// The root that the log had at a size, from stored nodes: O(log n) readings.
  ///
  /// - Throws: what ``EventLog/node(_:)`` throws.
  public func root(ofSize size: UInt64) throws -> Digest {
    try TreeHash().root(ofSize: size) { try node($0) }
  }

  /// The proof that the log of a size contains the event of this index, counted from 0: O(log n)
  /// readings.
  ///
  /// - Throws: ``ProofFailure``, and what ``EventLog/node(_:)`` throws.
  public func inclusionProof(of index: UInt64, in size: UInt64) throws -> InclusionProof {
    try InclusionProof(of: index, in: size, TreeHash()) { try node($0) }
  }

  /// The proof that the log of a size begins with that of an earlier size: O(log n) readings.
  ///
  /// - Throws: ``ProofFailure``, and what ``EventLog/node(_:)`` throws.
  public func consistencyProof(from: UInt64, to: UInt64) throws -> ConsistencyProof {
    try ConsistencyProof(from: from, to: to, TreeHash()) { try node($0) }
  }
}
