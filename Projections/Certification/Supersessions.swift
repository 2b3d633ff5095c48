package import Events

/// The newer versions that took certifications' places, in fold order.
package struct Supersessions: Sendable {
  /// A block of one certification.
  package struct Part: Hashable, Sendable {
    let certification: CertificationCode
    let block: BlockCode

    package init(_ block: BlockCode, of certification: CertificationCode) {
      self.certification = certification
      self.block = block
    }
  }

  private var changes: [CertificationSuperseded] = []

  mutating func append(_ data: CertificationSuperseded) { changes.append(data) }

  /// Whether a certification is this one, or a version it succeeds.
  package func isSame(
    _ older: CertificationCode, asOrOlderThan newer: CertificationCode
  ) -> Bool {
    isReached(newer, from: older) { current in
      changes.filter { $0.certification == current }.map(\.by)
    }
  }

  /// Whether the correspondences declared lead from one block, over one version or several, to another
  /// block; at least one correspondence is needed, even from a block to itself.
  package func correspond(_ from: Part, to target: Part) -> Bool {
    successors(of: from).contains { isReached(target, from: $0, successors(of:)) }
  }

  private func successors(of part: Part) -> [Part] {
    changes.filter { $0.certification == part.certification }.flatMap { change in
      (change.correspondences?.elements ?? []).filter { $0.from == part.block }
        .map { Part($0.to, of: change.by) }
    }
  }

  /// Whether steps lead from a start to a goal; no step is taken twice.
  private func isReached<Place: Hashable>(
    _ goal: Place, from start: Place, _ next: (Place) -> [Place]
  ) -> Bool {
    var met: Set = [start]
    var unread = [start]
    while let place = unread.popLast() {
      if place == goal { return true }
      for other in next(place) where met.insert(other).inserted { unread.append(other) }
    }
    return false
  }
}
