public import Events

/// A certification's framework, as registered, with its competencies looked up by code.
public struct Framework: Sendable {
  /// The registration itself.
  public let registration: CertificationRegistered
  /// Where it was registered.
  public let position: Position
  /// Its blocks, in the document's order.
  public let blocks: [Block]
  /// The place of each block in ``blocks``.
  let blockIndex: [BlockCode: Int]
  /// The place in ``blocks`` of the block each competency belongs to.
  let blockOfCompetency: [CompetencyCode: Int]
  /// How many competencies each block has.
  let competencyCounts: [Int]

  init(_ registration: CertificationRegistered, at position: Position) {
    self.registration = registration
    self.position = position
    blocks = registration.blocks.elements
    blockIndex = Dictionary(
      blocks.indices.map { (registration.blocks.elements[$0].code, $0) },
      uniquingKeysWith: { first, _ in first })
    var owners: [CompetencyCode: Int] = [:]
    for (index, block) in registration.blocks.elements.enumerated() {
      for competency in block.competencies where owners[competency.code] == nil {
        owners[competency.code] = index
      }
    }
    blockOfCompetency = owners
    competencyCounts = blocks.map(\.competencies.count)
  }
}
