public import Events

/// A certification's framework, as registered, with its competencies looked up by code.
public struct Framework: Sendable {
  /// The registration itself.
  public let registration: CertificationRegistered
  /// Where it was registered.
  public let position: Position
  /// Its blocks, in the document's order.
  public let blocks: [Block]
  /// The place in ``blocks`` of the block of each numbered competency; -1 where it has none here.
  private let blockOfPlace: [Int]
  /// How many competencies each block has.
  let competencyCounts: [Int]

  init(
    _ registration: CertificationRegistered, at position: Position, _ index: CompetencyIndex
  ) {
    self.registration = registration
    self.position = position
    blocks = registration.blocks.elements
    competencyCounts = blocks.map(\.competencies.count)
    var owners = Array(repeating: -1, count: index.codes.count)
    for (block, content) in registration.blocks.elements.enumerated() {
      for competency in content.competencies {
        guard let place = index.place(of: competency.code), owners[place] < 0 else { continue }
        owners[place] = block
      }
    }
    blockOfPlace = owners
  }

  /// The place in ``blocks`` of a numbered competency's block; nil where it is not of this framework.
  package func block(ofCompetency place: Int) -> Int? {
    blockOfPlace[place] < 0 ? nil : blockOfPlace[place]
  }
}
