public import Events

/// A certification superseded by another, with the correspondences declared then.
public struct Succession: Hashable, Sendable {
  /// The older version.
  public let certification: CertificationCode
  /// The newer version.
  public let by: CertificationCode
  /// Empty where none is declared.
  public let correspondences: [Correspondence]
  public let on: CalendarDate
  public let position: Position
}

/// The blocks of another certification that a block corresponds to.
public struct BlockCorrespondence: Hashable, Sendable {
  /// The block of the certification asked about.
  public let block: BlockCode
  /// Empty where none is declared.
  public let others: [BlockCode]
}

/// The correspondences between the blocks of two certifications, through the versions between them.
public struct CorrespondenceTable: Hashable, Sendable {
  /// The certification asked about.
  public let certification: CertificationCode
  /// The other certification.
  public let other: CertificationCode
  /// Whether the blocks of ``other`` come over to ``certification``; false where they go the other
  /// way, also where no way leads from one to the other.
  public let isFromOther: Bool
  /// One for each block of ``certification``, in its framework's order.
  public let blocks: [BlockCorrespondence]
}

extension LedgerState {
  /// The correspondences of a certification's blocks with those of another, older or newer.
  ///
  /// - Returns: nil if one of the two is not known.
  public func correspondences(
    of certification: CertificationCode, with other: CertificationCode
  ) -> CorrespondenceTable? {
    guard let own = timeless.frameworks[certification], let others = timeless.frameworks[other]
    else { return nil }
    let isFromOther =
      certification != other
      && supersessions.isSame(other, asOrOlderThan: certification)
    func corresponds(_ block: BlockCode, _ foreign: BlockCode) -> Bool {
      let here = Supersessions.VersionedBlock(block, of: certification)
      let there = Supersessions.VersionedBlock(foreign, of: other)
      return isFromOther
        ? supersessions.correspond(there, to: here) : supersessions.correspond(here, to: there)
    }
    return CorrespondenceTable(
      certification: certification, other: other, isFromOther: isFromOther,
      blocks: own.blocks.map { block in
        BlockCorrespondence(
          block: block.code,
          others: others.blocks.map(\.code).filter { corresponds(block.code, $0) })
      })
  }
}
