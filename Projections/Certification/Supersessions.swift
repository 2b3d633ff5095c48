package import Events

/// Which certifications are newer versions of which, and the correspondences of their blocks.
package struct Supersessions: Sendable {
  /// A block of one certification.
  package struct VersionedBlock: Hashable, Sendable {
    let certification: CertificationCode
    let block: BlockCode

    package init(_ block: BlockCode, of certification: CertificationCode) {
      self.certification = certification
      self.block = block
    }
  }

  private var changes: [CertificationSuperseded] = []
  /// The day and the position of each of ``changes``.
  private var moments: [Moment] = []

  mutating func append(_ data: CertificationSuperseded, _ moment: Moment) {
    changes.append(data)
    moments.append(moment)
  }

  /// The supersessions that name a certification, as the older or as the newer version, in fold
  /// order.
  func naming(_ code: CertificationCode) -> [Succession] {
    zip(changes, moments).filter { $0.0.certification == code || $0.0.by == code }.map {
      Succession(
        certification: $0.certification, by: $0.by,
        correspondences: $0.correspondences?.elements ?? [], on: $1.day, position: $1.position)
    }
  }

  /// Whether `older` is `newer` itself or is superseded by it, directly or through other versions.
  package func isSame(
    _ older: CertificationCode, asOrOlderThan newer: CertificationCode
  ) -> Bool {
    isReached(newer, from: older) { current in
      changes.filter { $0.certification == current }.map(\.by)
    }
  }

  /// The versions that count as one certification with this one: itself, all that it supersedes and
  /// all that supersede it, directly or through others. Two versions that both supersede a third do
  /// not count as one with each other.
  ///
  /// Cost: one pass over the supersessions for each version.
  package func versions(of certification: CertificationCode) -> Set<CertificationCode> {
    reached(from: certification) { current in
      changes.filter { $0.certification == current }.map(\.by)
    }.union(
      reached(from: certification) { current in
        changes.filter { $0.by == current }.map(\.certification)
      })
  }

  /// Whether one or more declared correspondences, through one version or several, lead from a
  /// block to another; false from a block to itself without a correspondence.
  package func correspond(_ from: VersionedBlock, to target: VersionedBlock) -> Bool {
    successors(of: from).contains { isReached(target, from: $0, successors(of:)) }
  }

  /// The blocks of a certification that a block held under another counts as, each by declared
  /// correspondences through one version or several; the block itself under the same certification,
  /// or if one of the two is not known. Empty if no correspondence leads there.
  ///
  /// Cost: the correspondences passed.
  package func places(
    of block: BlockCode, from: CertificationCode?, in target: CertificationCode?
  ) -> Set<BlockCode> {
    guard let from, let target, from != target else { return [block] }
    var pending = successors(of: VersionedBlock(block, of: from))
    var visited = Set(pending)
    var places: Set<BlockCode> = []
    while let part = pending.popLast() {
      if part.certification == target { places.insert(part.block) }
      for next in successors(of: part) where visited.insert(next).inserted { pending.append(next) }
    }
    return places
  }

  /// Whether one of two certifications is the other, or a version that succeeds it, directly or
  /// through others.
  package func areVersions(_ one: CertificationCode, _ other: CertificationCode) -> Bool {
    isSame(one, asOrOlderThan: other) || isSame(other, asOrOlderThan: one)
  }

  private func successors(of part: VersionedBlock) -> [VersionedBlock] {
    changes.filter { $0.certification == part.certification }.flatMap { change in
      (change.correspondences?.elements ?? []).filter { $0.from == part.block }
        .map { VersionedBlock($0.to, of: change.by) }
    }
  }

  /// Whether a goal can be reached from a start; each node is visited once.
  private func isReached<Node: Hashable>(
    _ goal: Node, from start: Node, _ next: (Node) -> [Node]
  ) -> Bool {
    reached(from: start, next).contains(goal)
  }

  /// The nodes that can be reached from a start, itself included; each is visited once.
  private func reached<Node: Hashable>(
    from start: Node, _ next: (Node) -> [Node]
  ) -> Set<Node> {
    var visited: Set = [start]
    var pending = [start]
    while let node = pending.popLast() {
      for other in next(node) where visited.insert(other).inserted { pending.append(other) }
    }
    return visited
  }
}
