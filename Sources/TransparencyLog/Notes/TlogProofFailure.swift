/// Why bytes are not a ``TlogProof``, or why a proof is invalid.
public enum TlogProofFailure: Error, Equatable, Sendable {
  /// The proof is longer than this limit, in bytes.
  case tooLong(limit: Int)
  /// The first line is not that of a tlog-proof of version 1.
  case unknownForm
  /// This line, counted from 1, is missing or malformed.
  case malformed(line: Int)
  /// The proof has more hashes than any tree needs.
  case tooManyHashes(limit: Int)
  /// The checkpoint is malformed, or could not be verified.
  case checkpoint(CheckpointFailure)
  /// The proof does not show that the entry is in the checkpoint's tree.
  case inclusion(ProofFailure)
}
