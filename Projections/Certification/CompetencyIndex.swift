package import Events

/// Numbers the competencies of the known frameworks, so that a grid of a hundred results is stored
/// in about a hundred bytes (``AssessedPage``).
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
