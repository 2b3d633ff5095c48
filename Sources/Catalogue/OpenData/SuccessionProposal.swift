public import Events

/// Which blocks of an older certification may count as which of a newer one, by their titles; to be
/// confirmed by a person.
public struct SuccessionProposal: Hashable, Sendable {
  public let older: CertificationCode
  public let newer: CertificationCode
  /// Blocks whose titles are equal but for case, accents, punctuation and numbering, each the only one
  /// with its title.
  public let correspondences: [Correspondence]
  /// Titles that are alike and not equal, and equal ones that several blocks have: to be looked at, never
  /// proposed.
  public let near: [Correspondence]
  /// The blocks without a correspondence.
  public let unmatchedFrom: [Block]
  public let unmatchedTo: [Block]

  /// From what likeness on two titles are shown together.
  private static let nearness = 0.5

  public init(from older: CertificationRegistered, to newer: CertificationRegistered) {
    self.older = older.certification
    self.newer = newer.certification
    let (from, to) = (Self.titles(older), Self.titles(newer))
    let (byFrom, byTo) = (
      Dictionary(grouping: from, by: \.title), Dictionary(grouping: to, by: \.title)
    )
    var correspondences: [Correspondence] = []
    for (block, title) in from where !title.folded.isEmpty {
      guard byFrom[title]?.count == 1, let equal = byTo[title], equal.count == 1 else { continue }
      correspondences.append(Correspondence(from: block.code, to: equal[0].block.code))
    }
    let (matchedFrom, matchedTo) = (
      Set(correspondences.map(\.from)), Set(correspondences.map(\.to))
    )
    let (openFrom, openTo) = (
      from.filter { !matchedFrom.contains($0.block.code) },
      to.filter { !matchedTo.contains($0.block.code) }
    )
    var near: [Correspondence] = []
    for (block, title) in openFrom {
      let rated = openTo.map { (code: $0.block.code, value: title.likeness(to: $0.title)) }
      guard let best = rated.map(\.value).max(), best >= Self.nearness else { continue }
      for one in rated where one.value == best {
        near.append(Correspondence(from: block.code, to: one.code))
      }
    }
    self.correspondences = correspondences
    self.near = near
    unmatchedFrom = openFrom.map(\.block)
    unmatchedTo = openTo.map(\.block)
  }

  /// The blocks with their titles; a title that only says that there is none is no title.
  private static func titles(
    _ registration: CertificationRegistered
  ) -> [(block: Block, title: BlockTitle)] {
    registration.blocks.elements.map { block in
      let isUntitled = block.title.text == OpenDataParts.noTitle(of: block.code)
      return (block, BlockTitle(isUntitled ? "" : block.title.text))
    }
  }

  /// The entry that records it, without what is near.
  public var event: CertificationSuperseded {
    CertificationSuperseded(
      certification: older, by: newer, correspondences: try? NonEmpty(correspondences))
  }
}
