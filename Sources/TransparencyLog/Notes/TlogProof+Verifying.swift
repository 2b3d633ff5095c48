public import Cryptography

extension TlogProof {
  /// The checkpoint under which the log contains the entry, where it does.
  ///
  /// - Parameters:
  ///   - leaf: the entry's hash, made by the verifier from the entry itself.
  ///   - origin: the log it has to be in, byte for byte.
  ///   - keys: the log's own keys. Witnesses' signatures are left to the caller:
  ///     ``SignedNote/verified(by:)`` of ``checkpoint``.
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
