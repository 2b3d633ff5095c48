internal import Cryptography
internal import EventLog
internal import Events
internal import TransparencyLog

/// A signed checkpoint that its own log contradicts; such a log is not copied.
public struct Contradiction: Error, Equatable, Sendable {
  /// The checkpoint's number among those of the log, counted from 1.
  public let number: Int
  /// How many events it signs; nil if the note is not a checkpoint.
  public let size: UInt64?
  /// How many events the log has.
  public let found: Int64

  public init(number: Int, size: UInt64?, found: Int64) {
    self.number = number
    self.size = size
    self.found = found
  }
}

/// A log's own signed checkpoints, compared with its events while these are copied.
struct SignedState {
  private let bySize: [UInt64: [(number: Int, checkpoint: Checkpoint)]]
  private let found: Int64

  /// Compares the sizes with the log's end, and the last checkpoint with the stored nodes: O(log n)
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

  /// The numbers of events that checkpoints sign.
  var sizes: Set<UInt64> { Set(bySize.keys) }

  /// Compares the root at a size with each checkpoint of that size.
  ///
  /// - Throws: ``Contradiction``.
  func check(_ size: UInt64, _ root: Digest) throws {
    let other = bySize[size]?.first { $0.checkpoint.root != root }
    if let other { throw Contradiction(number: other.number, size: size, found: found) }
  }
}
