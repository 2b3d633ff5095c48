package import Events

/// A small number for each competency of the known frameworks, so that a grid of a hundred is kept in a
/// few hundred bytes.
package struct CompetencyIndex: Sendable {
  /// The competencies, each once, framework by framework in the documents' order.
  let codes: [CompetencyCode]
  private let places: [CompetencyCode: Int]

  init(_ registrations: [CertificationRegistered]) {
    var codes: [CompetencyCode] = []
    var places: [CompetencyCode: Int] = [:]
    for registration in registrations {
      for competency in registration.blocks.elements.flatMap(\.competencies)
      where places[competency.code] == nil {
        places[competency.code] = codes.count
        codes.append(competency.code)
      }
    }
    self.codes = codes
    self.places = places
  }

  /// The number of a competency; nil where no framework has it.
  ///
  /// - Parameter guess: its number probably: a grid lists a block's competencies in order.
  package func place(of code: CompetencyCode, guess: Int = -1) -> Int? {
    if codes.indices.contains(guess), codes[guess] == code { return guess }
    return places[code]
  }
}

/// A grid of assessed competencies, by number; those that no framework has are left out.
package struct AssessedGrid: Sendable {
  /// Each competency's number, twice, and one if it is acquired.
  private let packed: [UInt32]

  init(_ results: NonEmpty<AssessedCompetency>, _ index: CompetencyIndex) {
    var packed: [UInt32] = []
    packed.reserveCapacity(results.elements.count)
    var guess = -1
    for result in results.elements {
      guard let place = index.place(of: result.competency, guess: guess) else { continue }
      packed.append(UInt32(place) << 1 | (result.outcome == .acquired ? 1 : 0))
      guess = place + 1
    }
    self.packed = packed
  }

  /// The competencies, the last of the grid first.
  package var latestFirst: some Sequence<(place: Int, isAcquired: Bool)> {
    packed.reversed().lazy.map { (place: Int($0 >> 1), isAcquired: $0 & 1 == 1) }
  }
}
