extension Tile {
  /// The hash tiles of which the tree of this size consists: level by level from 0, from left to
  /// right; none for an empty tree.
  ///
  /// Cost: made one after the other; together they hold one hash for each entry and less than a
  /// hundredth more.
  public static func hashes(ofSize size: UInt64) -> some Sequence<Tile> {
    (0..<8).lazy.flatMap { tiles(of: .hashes(level: $0), inSize: size) }
  }

  /// The entry bundles of the log of this size, in order; none for an empty log.
  public static func bundles(ofSize size: UInt64) -> some Sequence<Tile> {
    tiles(of: .entries, inSize: size)
  }

  /// Full tiles, then the partial one of what is left, if anything is.
  private static func tiles(
    of kind: Kind, inSize size: UInt64
  ) -> LazyMapSequence<Range<UInt64>, Tile> {
    let (full, rest) = (size >> UInt64(kind.treeLevel))
      .quotientAndRemainder(dividingBy: UInt64(fullWidth))
    return (0..<full + (rest > 0 ? 1 : 0)).lazy.map { index in
      Tile(existing: kind, index, index < full ? fullWidth : Int(rest))
    }
  }
}
