package import Events

/// Numbers the competencies of the known frameworks, so that a grid of a hundred results is stored
/// in a few hundred bytes.
package struct CompetencyIndex: Sendable {
  /// The distinct competencies, by framework, in the documents' order. The place of a competency is
  /// its index here.
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

  /// The place of a competency; nil if no framework has it.
  ///
  /// - Parameter guess: its probable place, which saves a look-up: a grid usually lists
  ///   competencies in order.
  package func place(of code: CompetencyCode, guess: Int = -1) -> Int? {
    if codes.indices.contains(guess), codes[guess] == code { return guess }
    return places[code]
  }
}

/// The results of an assessment, by the places of the competencies; those of no known framework are
/// left out.
package struct AssessedGrid: Sendable {
  /// For each result: the place shifted left by one bit, plus 1 if the competency is acquired.
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

  /// The results, the last of the grid first.
  package var latestFirst: some Sequence<(place: Int, isAcquired: Bool)> {
    packed.reversed().lazy.map { (place: Int($0 >> 1), isAcquired: $0 & 1 == 1) }
  }
}
