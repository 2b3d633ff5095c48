internal import Events

/// Spellings by names and by birth date, so that only few are compared with one.
struct SpellingIndex {
  let spellings: [PersonSpelling?]
  private var byNames: [String: [Int]] = [:]
  private var byDate: [BirthDate: [Int]] = [:]

  /// From this number of persons born on one day on (a column filled with one date), only those with the same
  /// names are compared.
  private static let limit = 2_000

  init(_ spellings: [PersonSpelling?]) {
    self.spellings = spellings
    for (index, spelling) in spellings.enumerated() {
      guard let spelling else { continue }
      for key in spelling.nameKeys { byNames[key, default: []].append(index) }
      if let date = spelling.date { byDate[date, default: []].append(index) }
    }
  }

  /// Those with the same names, whatever their birth date.
  func namesakes(of spelling: PersonSpelling) -> Set<Int> {
    spelling.nameKeys.reduce(into: Set()) { $0.formUnion(byNames[$1] ?? []) }
  }

  /// Those born on the same day.
  func born(with spelling: PersonSpelling) -> Set<Int> {
    guard let date = spelling.date, let born = byDate[date], born.count < Self.limit else {
      return []
    }
    return Set(born)
  }

  func certain(_ spelling: PersonSpelling) -> Set<Int> {
    guard spelling.date != nil else { return [] }
    return namesakes(of: spelling).filter { spellings[$0]?.isCertainly(spelling) == true }
  }

  /// Those that may be the same person; not those that certainly are.
  func near(_ spelling: PersonSpelling) -> Set<Int> {
    var near = namesakes(of: spelling).filter { isNear($0, spelling) }
    near.formUnion(born(with: spelling).filter { isNear($0, spelling) })
    return near
  }

  private func isNear(_ index: Int, _ spelling: PersonSpelling) -> Bool {
    guard let other = spellings[index] else { return false }
    return other.isNear(spelling) && !other.isCertainly(spelling)
  }
}
