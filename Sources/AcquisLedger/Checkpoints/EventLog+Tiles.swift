internal import Cryptography
public import EventLog
internal import Events
public import TransparencyLog

extension EventLog {
  /// The bytes of a tile (C2SP tlog-tiles) of the log's first `size` events; the entry of index i is the
  /// event at position i + 1, as it was hashed.
  ///
  /// Hashes are the stored ones: they are not compared with the events. Each event of a bundle is compared
  /// with its stored hash.
  ///
  /// Cost: a tile of hashes reads each by itself, some 0.6 ms for 256 from a file; a bundle reads its events
  /// in one query, some 0.2 ms. Up to 8,192 bytes of hashes, up to 16 MB of events.
  ///
  /// - Parameter size: of a checkpoint that was signed, not above the log's.
  /// - Returns: nil if a log of that size does not have the tile.
  /// - Throws: the log's failures; among them ``LogFailure/defect(_:)`` for an event that is missing or does
  ///   not match its hash, and ``LogFailure/unreadable(_:_:)`` for one that is longer than a bundle can say
  ///   (65,535 bytes, which is also the limit of an event).
  public func bytes(of tile: Tile, inSize size: UInt64) throws -> [UInt8]? {
    guard tile.isHeld(bySize: size) else { return nil }
    switch tile.kind {
    case .hashes: return try tile.nodes.flatMap { try node($0).bytes }
    case .entries: return try bundle(tile.leaves).bytes
    }
  }

  private func bundle(_ leaves: Range<UInt64>) throws -> EntryBundle {
    guard let last = Int64(exactly: leaves.upperBound) else {
      throw LogFailure.damaged("no position \(leaves.upperBound)")
    }
    var bundle = EntryBundle()
    var next = Position(Int64(leaves.lowerBound) + 1)
    try read(EventQuery(from: next, through: Position(last))) { event in
      guard event.position == next else { throw LogFailure.defect(LogDefect(.missing, at: next)) }
      do {
        try unsafe bundle.append(event.bytes)
      } catch EntryBundleFailure.tooLong(let limit) {
        throw LogFailure.unreadable(next, ReadingFailure(.tooLong(limit: limit)))
      }
      next = next.next
    }
    guard next > Position(last) else { throw LogFailure.defect(LogDefect(.missing, at: next)) }
    return bundle
  }
}
