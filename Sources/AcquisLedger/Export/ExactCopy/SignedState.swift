internal import Cryptography
internal import EventLog
internal import Events
internal import TransparencyLog

/// A signed checkpoint that the log it lies beside contradicts: no copy is made of such a log.
public struct Contradiction: Error, Equatable, Sendable {
  /// Its number among those of the log, counted from 1.
  public let number: Int
  /// How many events it signs; nil where it is no checkpoint.
  public let size: UInt64?
  /// How many events the log has.
  public let found: Int64

  public init(number: Int, size: UInt64?, found: Int64) {
    self.number = number
    self.size = size
    self.found = found
  }
}

/// What a log has signed of itself, to be held against its events while they are copied.
struct SignedState {
  private let bySize: [UInt64: [(number: Int, checkpoint: Checkpoint)]]
  private let found: Int64

  /// Holds the sizes against the log's end, and the last checkpoint against its stored nodes: O(log n)
  /// readings.
  ///
  /// - Throws: ``Contradiction``, and the log's failures.
  init(_ notes: [SignedNote], of log: some EventLog, _ head: LogHead) throws {
    found = head.last.number
    var checkpoints: [(number: Int, checkpoint: Checkpoint)] = []
    for (index, note) in notes.enumerated() {
      guard let checkpoint = try? Checkpoint(parsing: note.unverifiedText) else {
        throw Contradiction(number: index + 1, size: nil, found: found)
      }
      guard checkpoint.size <= UInt64(found) else {
        throw Contradiction(number: index + 1, size: checkpoint.size, found: found)
      }
      checkpoints.append((index + 1, checkpoint))
    }
    bySize = Dictionary(grouping: checkpoints, by: \.checkpoint.size)
    guard let last = checkpoints.last?.checkpoint else { return }
    try check(last.size, TreeHash().root(ofSize: last.size) { try log.node($0) })
  }

  /// How many events each checkpoint signs.
  var sizes: Set<UInt64> { Set(bySize.keys) }

  /// Holds the root at a size against each checkpoint of that size.
  ///
  /// - Throws: ``Contradiction``.
  func check(_ size: UInt64, _ root: Digest) throws {
    let other = bySize[size]?.first { $0.checkpoint.root != root }
    if let other { throw Contradiction(number: other.number, size: size, found: found) }
  }
}
