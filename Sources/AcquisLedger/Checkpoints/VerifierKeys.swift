public import TransparencyLog

/// The public keys of a ledger, in the order in which they began to sign its checkpoints.
///
/// A ledger has one until that key is lost and another begins. A checkpoint of a key that signs after
/// another has begun is not believed.
public struct VerifierKeys: Equatable, Sendable {
  /// The keys, the first to sign first; none where none is known.
  public private(set) var keys: [VerifierKey]

  public init(_ keys: [VerifierKey]) { self.keys = keys }

  /// Whether no key is known, so that no signature can be verified.
  public var isEmpty: Bool { keys.isEmpty }

  /// The keys with these after them, less those that are there already.
  public func followed(by others: [VerifierKey]) -> VerifierKeys {
    var all = self
    for key in others where !all.keys.contains(key) { all.keys.append(key) }
    return all
  }

  /// The same keys, in the order in which they signed these notes: for keys that a person gives, in
  /// whatever order.
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

  /// The checkpoint in a note, where one of the keys signed it for its own log.
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

  /// The checkpoint in a note: verified, or as it stands where no key is known.
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
  /// The size of the first note that each key signed, in the keys' order; nil for one that signed none.
  public func starts(in signed: SignedCheckpoints) -> [UInt64?] {
    var starts = [UInt64?](repeating: nil, count: keys.count)
    for case let note? in signed.notes {
      guard let (checkpoint, index) = try? signature(of: note) else { continue }
      starts[index] = starts[index] ?? checkpoint.size
    }
    return starts
  }

  /// The key that has signed after this one began, by these notes; nil where there is none, and where
  /// the key is not among these.
  public func successor(of key: VerifierKey, in signed: SignedCheckpoints) -> VerifierKey? {
    guard let index = keys.firstIndex(of: key) else { return nil }
    let starts = starts(in: signed)
    let last = starts.indices.last { starts[$0] != nil }
    return last.flatMap { $0 > index ? keys[$0] : nil }
  }
}
