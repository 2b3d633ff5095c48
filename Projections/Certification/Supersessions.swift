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

  mutating func append(_ data: CertificationSuperseded) { changes.append(data) }

  /// Whether `older` is `newer` itself or is superseded by it, directly or through other versions.
  package func isSame(
    _ older: CertificationCode, asOrOlderThan newer: CertificationCode
  ) -> Bool {
    isReached(newer, from: older) { current in
      changes.filter { $0.certification == current }.map(\.by)
    }
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
    var visited: Set = [start]
    var pending = [start]
    while let node = pending.popLast() {
      if node == goal { return true }
      for other in next(node) where visited.insert(other).inserted { pending.append(other) }
    }
    return false
  }
}
