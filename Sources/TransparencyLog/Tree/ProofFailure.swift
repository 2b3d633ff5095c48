public import Cryptography

/// Why there is no such proof, or why a proof proves nothing.
public enum ProofFailure: Error, Equatable, Sendable {
  /// The tree has no leaf of this index.
  case noSuchLeaf(index: UInt64, size: UInt64)
  /// The earlier tree has no leaf: every tree extends it, and nothing is proven by saying so.
  case emptyTree
  /// The later tree is the smaller one.
  case shrinks(from: UInt64, to: UInt64)
  /// A proof for these sizes has another number of hashes.
  case wrongLength(expected: Int, found: Int)
  /// The hashes lead to another root: the leaf, a root, a size or the path is not the true one.
  case otherRoot
  /// Nothing is known, for libcrypto could not hash.
  case notHashed(CryptographyFailure)
}

extension TreeHash {
  /// ``node(_:_:)``, with the failure that verification throws.
  func proven(_ left: Digest, _ right: Digest) throws(ProofFailure) -> Digest {
    do throws(CryptographyFailure) { return try node(left, right) } catch {
      throw .notHashed(error)
    }
  }
}
