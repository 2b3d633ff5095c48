public import TransparencyLog

/// The public keys of a ledger, in the order of their first signature.
///
/// A ledger has one key until that key is lost and replaced. A checkpoint that a key signed after its
/// successor's first signature is not valid.
public struct VerifierKeys: Equatable, Sendable {
  /// Empty if no key is known.
  public private(set) var keys: [VerifierKey]

  public init(_ keys: [VerifierKey]) { self.keys = keys }

  /// Whether there is no key, so that no signature can be verified.
  public var isEmpty: Bool { keys.isEmpty }

  /// These keys followed by the others that are not among them.
  public func followed(by others: [VerifierKey]) -> VerifierKeys {
    var all = self
    for key in others where !all.keys.contains(key) { all.keys.append(key) }
    return all
  }

  /// The same keys in the order of their first signature among these notes; keys that signed none come
  /// last.
  public func ordered(by signed: SignedCheckpoints) -> VerifierKeys {
    var order: [VerifierKey] = []
    for case let note? in signed.notes {
      guard let index = try? signature(of: note).index, !order.contains(keys[index]) else {
        continue
      }
      order.append(keys[index])
    }
    return VerifierKeys(order).followed(by: keys)
  }

  /// The checkpoint in a note that one of the keys signed for its own log.
  ///
  /// - Returns: the checkpoint, and the index of the key.
  /// - Throws: ``Discontinuity/notGenuine`` and ``Discontinuity/foreignKey``.
  func signature(
    of note: SignedNote
  ) throws(Discontinuity) -> (checkpoint: Checkpoint, index: Int) {
    let verified: VerifiedNote
    do throws(NoteFailure) { verified = try note.verified(by: keys) } catch {
      throw error == .notSignedByKnownKey ? .foreignKey : .notGenuine
    }
    let checkpoint: Checkpoint
    do throws(CheckpointFailure) { checkpoint = try Checkpoint(parsing: verified.text) } catch {
      throw .notGenuine
    }
    let origin = KeyName(checkpoint.origin)
    guard
      let index = keys.firstIndex(where: { verified.signers.contains($0) && $0.name == origin })
    else { throw .foreignKey }
    return (checkpoint, index)
  }

  /// The checkpoint in a note: verified, or unverified (index nil) if there is no key.
  func checkpoint(
    in note: SignedNote
  ) throws(Discontinuity) -> (checkpoint: Checkpoint, index: Int?) {
    guard isEmpty else {
      let (checkpoint, index) = try signature(of: note)
      return (checkpoint, index)
    }
    do throws(CheckpointFailure) {
      return (try Checkpoint(parsing: note.unverifiedText), nil)
    } catch {
      throw .notGenuine
    }
  }
}

extension VerifierKeys {
  /// For each key, in order, the size of the first note that it signed; nil if it signed none.
  public func starts(in signed: SignedCheckpoints) -> [UInt64?] {
    var starts = [UInt64?](repeating: nil, count: keys.count)
    for case let note? in signed.notes {
      guard let (checkpoint, index) = try? signature(of: note) else { continue }
      starts[index] = starts[index] ?? checkpoint.size
    }
    return starts
  }

  /// The last of these keys that signed one of the notes, if it comes after `key`; nil if none does or
  /// `key` is not among the keys.
  public func successor(of key: VerifierKey, in signed: SignedCheckpoints) -> VerifierKey? {
    guard let index = keys.firstIndex(of: key) else { return nil }
    let starts = starts(in: signed)
    let last = starts.indices.last { starts[$0] != nil }
    return last.flatMap { $0 > index ? keys[$0] : nil }
  }
}
