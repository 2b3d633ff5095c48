public import Cryptography

extension TlogProof {
  /// Verifies that the log contains the entry.
  ///
  /// - Parameters:
  ///   - leaf: the entry's leaf hash, computed by the verifier from the entry itself.
  ///   - origin: the expected log, compared byte for byte.
  ///   - keys: the log's own keys. To verify witnesses' signatures, call
  ///     ``SignedNote/verified(by:)`` on ``checkpoint``.
  /// - Returns: the verified checkpoint whose tree contains the entry.
  /// - Throws: ``TlogProofFailure/checkpoint(_:)`` and ``TlogProofFailure/inclusion(_:)``.
  public func verify(
    leaf: Digest, origin: String, keys: [VerifierKey], _ hash: borrowing TreeHash
  ) throws(TlogProofFailure) -> Checkpoint {
    let head: Checkpoint
    do throws(CheckpointFailure) {
      head = try Checkpoint(verifying: checkpoint, origin: origin, keys: keys)
    } catch {
      throw .checkpoint(error)
    }
    do throws(ProofFailure) {
      try InclusionProof(index: index, size: head.size, path: path)
        .verify(leaf: leaf, root: head.root, hash)
    } catch {
      throw .inclusion(error)
    }
    return head
  }
}
