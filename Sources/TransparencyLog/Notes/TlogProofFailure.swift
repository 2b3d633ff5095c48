/// Why bytes are no ``TlogProof``, or why a proof proves nothing.
public enum TlogProofFailure: Error, Equatable, Sendable {
  /// The proof is longer than this many bytes.
  case tooLong(limit: Int)
  /// The first line is not that of a proof of version 1.
  case unknownForm
  /// This line, counted from 1, is missing or is not what has to stand there.
  case malformed(line: Int)
  /// The proof has more hashes than any tree's.
  case tooManyHashes(limit: Int)
  /// The checkpoint is malformed, or is not believed.
  case checkpoint(CheckpointFailure)
  /// The entry is not in the checkpoint's tree.
  case inclusion(ProofFailure)
}
