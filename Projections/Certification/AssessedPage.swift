internal import Events

/// The results of one assessment for 64 competencies whose places follow one another, in 32 bytes; those
/// of no known framework are left out.
package struct AssessedPage: Sendable {
  private let packed: PackedMoment
  /// A bit for each competency that has a result.
  private var assessed: UInt64 = 0
  /// A bit for each one acquired.
  private var acquired: UInt64 = 0
  /// The first place divided by 64.
  private let number: Int32

  /// The pages of a grid, which has some; of two results for one competency the later one counts.
  static func pages(
    of results: NonEmpty<AssessedCompetency>, _ index: CompetencyIndex, _ moment: Moment
  ) -> [AssessedPage] {
    var pages: [AssessedPage] = []
    var guess = -1
    for result in results.elements {
      guard let place = index.place(of: result.competency, guess: guess) else { continue }
      guess = place + 1
      let number = Int32(place >> 6)
      let page = pages.firstIndex { $0.number == number } ?? pages.endIndex
      if page == pages.endIndex {
        pages.append(AssessedPage(packed: PackedMoment(moment), number: number))
      }
      pages[page].set(bit: 1 << UInt64(place & 63), isAcquired: result.outcome == .acquired)
    }
    return pages
  }

  private init(packed: PackedMoment, number: Int32) {
    self.packed = packed
    self.number = number
  }

  private mutating func set(bit: UInt64, isAcquired: Bool) {
    assessed |= bit
    if isAcquired { acquired |= bit } else { acquired &= ~bit }
  }

  /// The assessment.
  package var moment: Moment { packed.moment }

  /// The results, by place in ``CompetencyIndex``.
  package var results: some Sequence<(place: Int, isAcquired: Bool)> {
    let (first, assessed, acquired) = (Int(number) << 6, assessed, acquired)
    return (0..<64).lazy.filter { assessed >> UInt64($0) & 1 == 1 }.map {
      (place: first + $0, isAcquired: acquired >> UInt64($0) & 1 == 1)
    }
  }
}
