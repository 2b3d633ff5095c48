public import Cryptography

/// Why a proof does not exist, or is invalid.
public enum ProofFailure: Error, Equatable, Sendable {
  /// The tree has no leaf of this index.
  case noSuchLeaf(index: UInt64, size: UInt64)
  /// The earlier tree is empty: every tree extends it, so there is nothing to prove.
  case emptyTree
  /// The later tree is smaller than the earlier one.
  case shrinks(from: UInt64, to: UInt64)
  /// The number of hashes is wrong for these sizes.
  case wrongLength(expected: Int, found: Int)
  /// The hashes give another root: the leaf, a root, a size or the path is wrong.
  case otherRoot
  /// libcrypto could not hash; the proof may be valid.
  case notHashed(CryptographyFailure)
}

extension TreeHash {
  /// As ``node(_:_:)``, but throws ``ProofFailure/notHashed(_:)``.
  func proofNode(_ left: Digest, _ right: Digest) throws(ProofFailure) -> Digest {
    do throws(CryptographyFailure) { return try node(left, right) } catch {
      throw .notHashed(error)
    }
  }
}
