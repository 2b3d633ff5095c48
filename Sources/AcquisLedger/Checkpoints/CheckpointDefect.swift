public import Cryptography
internal import TransparencyLog

/// What is wrong with a stored checkpoint.
public struct CheckpointDefect: Error, Equatable, Sendable {
  /// Its number among those stored, counted from 1.
  public let number: Int
  /// Why the log does not continue it.
  public let reason: Discontinuity
}

extension SignedCheckpoints {
  /// The sizes that the notes state, verified or not: the sizes whose roots ``defects(by:found:roots:)``
  /// needs.
  public var sizes: Set<UInt64> {
    Set(
      notes.compactMap { note in
        note.flatMap { try? Checkpoint(parsing: $0.unverifiedText) }?.size
      })
  }

  /// The defect of each note whose signature or content does not match the log.
  ///
  /// - Parameters:
  ///   - keys: the ledger's, in the order of their first signature; if empty, no signature is verified.
  ///   - found: how many events the log has.
  ///   - roots: the log's roots at ``sizes``, computed from its events' bytes.
  public func defects(
    by keys: VerifierKeys, found: UInt64, roots: [UInt64: Digest]
  ) -> [CheckpointDefect] {
    var defects: [CheckpointDefect] = []
    var after: UInt64 = 0
    var present = 0
    for (index, note) in notes.enumerated() {
      do throws(Discontinuity) {
        guard let note else { throw .notGenuine }
        let (checkpoint, key) = try keys.checkpoint(in: note)
        guard checkpoint.size <= found else {
          throw .shrunk(signed: checkpoint.size, found: found)
        }
        guard roots[checkpoint.size] == checkpoint.root else {
          throw .forked(
            signed: checkpoint.size, after: after < checkpoint.size ? after : 0)
        }
        guard key ?? 0 >= present else { throw .formerKey }
        present = key ?? 0
        after = max(after, checkpoint.size)
      } catch {
        defects.append(CheckpointDefect(number: index + 1, reason: error))
      }
    }
    return defects
  }
}
