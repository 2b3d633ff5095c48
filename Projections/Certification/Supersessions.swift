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

  /// Whether one or more declared correspondences, through one version or several, lead from a
  /// block to another; false from a block to itself without a correspondence.
  package func correspond(_ from: VersionedBlock, to target: VersionedBlock) -> Bool {
    successors(of: from).contains { isReached(target, from: $0, successors(of:)) }
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
