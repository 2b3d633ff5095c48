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

extension TlogProofFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLong(let limit): "the proof is longer than \(limit) bytes"
    case .unknownForm: "not a proof of the form c2sp.org/tlog-proof@v1"
    case .malformed(let line): "the proof's line \(line) is malformed or missing"
    case .tooManyHashes(let limit): "the proof has more than \(limit) hashes"
    case .checkpoint(let failure): failure.description
    case .inclusion(let failure): failure.description
    }
  }
}
