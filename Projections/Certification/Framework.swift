public import Events

/// A certification's framework, as registered, with its competencies looked up by code.
public struct Framework: Sendable {
  /// The registration itself.
  public let registration: CertificationRegistered
  /// Where it was registered.
  public let position: Position
  /// Its blocks, in the document's order.
  public let blocks: [Block]
  /// Every competency with the place of its block in ``blocks``, in the document's order.
  let competencies: [(code: CompetencyCode, block: Int)]
  /// The place of each competency in ``competencies``.
  private let competencyIndex: [CompetencyCode: Int]
  /// How many competencies each block has.
  let competencyCounts: [Int]

  init(_ registration: CertificationRegistered, at position: Position) {
    self.registration = registration
    self.position = position
    blocks = registration.blocks.elements
    let competencies = blocks.enumerated().flatMap { index, block in
      block.competencies.map { (code: $0.code, block: index) }
    }
    self.competencies = competencies
    competencyIndex = Dictionary(
      competencies.indices.map { (competencies[$0].code, $0) },
      uniquingKeysWith: { first, _ in first })
    competencyCounts = blocks.map(\.competencies.count)
  }

  /// The place of a competency in ``competencies``; nil where the framework does not have it.
  ///
  /// - Parameter guess: where it probably stands: a grid lists a block's competencies in order.
  func index(of competency: CompetencyCode, guess: Int) -> Int? {
    if competencies.indices.contains(guess), competencies[guess].code == competency { return guess }
    return competencyIndex[competency]
  }
}
