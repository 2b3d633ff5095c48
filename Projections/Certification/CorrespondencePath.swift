public import Events

/// A correspondence declared between a block and one of the version that follows.
public struct CorrespondenceStep: Hashable, Sendable {
  public let certification: CertificationCode
  public let block: BlockCode
  /// The newer version.
  public let newer: CertificationCode
  /// The block of ``newer``.
  public let place: BlockCode
  /// The day of the supersession that declares it.
  public let on: CalendarDate
  /// The supersession that declares it.
  public let position: Position
}

extension Supersessions {
  /// The declared correspondences, the earliest first, that lead from a block of one certification to one
  /// of another: the fewest, and of equally many those declared first.
  ///
  /// Cost: the supersessions, once for each block passed.
  ///
  /// - Returns: empty if none leads there, and between blocks of one certification.
  func path(
    of block: BlockCode, from: CertificationCode, to target: BlockCode, in newest: CertificationCode
  ) -> [CorrespondenceStep] {
    if from == newest { return [] }
    var paths: [[CorrespondenceStep]] = []
    var visited: Set<VersionedBlock> = []
    var pending: [(VersionedBlock, [CorrespondenceStep])] = [(VersionedBlock(block, of: from), [])]
    while paths.isEmpty, !pending.isEmpty {
      var next: [(VersionedBlock, [CorrespondenceStep])] = []
      for (part, path) in pending {
        for step in steps(from: part) {
          let place = VersionedBlock(step.place, of: step.newer)
          if step.newer == newest, step.place == target { paths.append(path + [step]) }
          if visited.insert(place).inserted { next.append((place, path + [step])) }
        }
      }
      pending = next
    }
    return paths.first ?? []
  }

  private func steps(from part: VersionedBlock) -> [CorrespondenceStep] {
    naming(part.certification).filter { $0.certification == part.certification }.flatMap { change in
      change.correspondences.filter { $0.from == part.block }.map {
        CorrespondenceStep(
          certification: part.certification, block: part.block, newer: change.by, place: $0.to,
          on: change.on, position: change.position)
      }
    }
  }
}
