public import Events

/// A certification's framework as registered, with a look-up from competency to block.
///
/// A class, so that a copy is one reference: every derivation of a candidacy passes some on.
public final class Framework: Sendable {
  /// The data of the event that registered it.
  public let registration: CertificationRegistered
  /// The event that registered it.
  public let position: Position
  /// In the document's order.
  public let blocks: [Block]
  /// Their codes, in one array that the records of all candidacies share.
  let blockCodes: [BlockCode]
  /// For each place of ``CompetencyIndex``, the index in ``blocks`` of the competency's block; -1
  /// if it has none in this framework.
  private let blockOfPlace: [Int]
  /// The number of competencies of each block.
  let competencyCounts: [Int]

  init(
    _ registration: CertificationRegistered, at position: Position, _ index: CompetencyIndex
  ) {
    self.registration = registration
    self.position = position
    blocks = registration.blocks.elements
    blockCodes = blocks.map(\.code)
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

  /// The index in ``blocks`` of the block of a competency, by its place in ``CompetencyIndex``; nil
  /// if it is not of this framework.
  package func block(ofCompetency place: Int) -> Int? {
    blockOfPlace[place] < 0 ? nil : blockOfPlace[place]
  }
}
