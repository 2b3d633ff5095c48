internal import Events

/// Decides of each group of rows whether it is a person of the ledger, a new one, another group's, or is to be
/// asked.
struct PersonSettling {
  enum Standing: Equatable {
    case open
    case known(CandidateID)
    case new
    /// The person of that group, by an answer.
    case same(Int)
    /// May be the persons of these groups and these persons of the ledger.
    case asked(groups: [Int], persons: [CandidateID])
  }

  /// By rank.
  let groups: [PersonGroup]
  private(set) var standings: [Standing]
  private let known: KnownPersons
  /// Of each group, the others that may be the same person.
  private let neighbours: [Set<Int>]
  /// Groups that are said to be other persons than those they are like.
  private let others: Set<Int>

  /// - Parameter others: rows that are answered so.
  init(_ groups: [PersonGroup], _ known: KnownPersons, others rows: Set<Int>) {
    self.groups = groups
    self.known = known
    standings = groups.map { $0.person.map(Standing.known) ?? .open }
    others = Set(groups.indices.filter { groups[$0].rows.contains(where: rows.contains) })
    neighbours = Self.neighbours(groups)
  }

  private static func neighbours(_ groups: [PersonGroup]) -> [Set<Int>] {
    let owners = groups.enumerated().flatMap { index, group in
      Array(repeating: index, count: group.spellings.count)
    }
    let index = SpellingIndex(groups.flatMap(\.spellings))
    return groups.enumerated().map { number, group in
      let near = group.spellings.flatMap { index.near($0) }.map { owners[$0] }
      let namesakes = group.spellings.flatMap { index.certain($0) }.map { owners[$0] }
        .filter { areOpenNamesakes(group, groups[$0]) }
      return Set(near + namesakes).subtracting([number])
    }
  }

  /// Whether nothing is said of one of two groups of the same names and birth date.
  private static func areOpenNamesakes(_ left: PersonGroup, _ right: PersonGroup) -> Bool {
    !left.isApart && !right.isApart && (left.person == nil || right.person == nil)
  }

  /// Whether another group has a group's names and birth date.
  func hasNamesake(_ group: Int) -> Bool {
    neighbours[group].contains { other in
      groups[other].spellings.contains { groups[group].spellings.contains(where: $0.isCertainly) }
    }
  }

  /// Whether a group would be asked about, whatever was answered and whether or not the ledger has it: a group of
  /// a better rank, or another person of the ledger, is like it.
  func isQuestionable(_ group: Int) -> Bool {
    neighbours[group].contains { $0 < group } || !known.near(groups[group]).isEmpty
  }

  // MARK: Persons of the ledger

  /// Persons of the ledger whom rows certainly are.
  private var claimed: Set<CandidateID> = []

  /// Settles what is certain.
  ///
  /// - Parameters:
  ///   - references: of each group, the persons' ids among its references that the ledger has.
  ///   - made: of each group, the id made from its content, if the ledger has it.
  mutating func settleCertain(
    references: [[CandidateID]], made: [CandidateID?], sharesEvidence: (Int, CandidateID) -> Bool
  ) {
    for group in groups { if let person = group.person { claimed.insert(person) } }
    let apart = Set(groups.filter(\.isApart).compactMap(\.person))
    for index in groups.indices where standings[index] == .open {
      if groups[index].isApart {
        let own = references[index].filter { id in
          known.canBe(id, groups[index])
            && !references.indices.contains { $0 != index && references[$0].contains(id) }
        }
        let person = own.count == 1 ? own[0] : made[index]
        standings[index] = person.map(Standing.known) ?? .new
        continue
      }
      let named = references[index].filter { known.canBe($0, groups[index]) }
      var persons = known.certain(groups[index]).subtracting(apart)
      if named.count == 1 { persons = Set(named) }
      if persons.count > 1 {
        let proved = persons.filter { sharesEvidence(index, $0) }
        if proved.count == 1 { persons = proved }
      }
      if persons.count == 1, let person = persons.first {
        standings[index] = .known(person)
      } else if persons.count > 1 {
        standings[index] = .asked(groups: [], persons: persons.sorted())
      }
    }
    for standing in standings { if case .known(let id) = standing { claimed.insert(id) } }
    for index in groups.indices where standings[index] == .open {
      // Of several groups with that content the first one was recorded under the id.
      guard let id = made[index], claimed.insert(id).inserted else { continue }
      standings[index] = .known(id)
    }
  }

  /// Settles corrected rows: of one person of the ledger only, whom no other row is or is like.
  ///
  /// - Returns: of groups that are like several, those persons.
  private mutating func settleCorrected(
    sharesEvidence: (Int, CandidateID) -> Bool
  ) -> [Int: Set<CandidateID>] {
    var candidates: [Int: Set<CandidateID>] = [:]
    var claimants: [CandidateID: Int] = [:]
    for index in groups.indices where standings[index] == .open && !others.contains(index) {
      let possible = known.corrected(by: groups[index]).subtracting(claimed)
      let proved = possible.filter { sharesEvidence(index, $0) }
      candidates[index] = proved
      for person in proved.union(known.near(groups[index])) { claimants[person, default: 0] += 1 }
    }
    for (index, persons) in candidates where persons.count == 1 {
      guard let person = persons.first, claimants[person] == 1 else { continue }
      standings[index] = .known(person)
      claimed.insert(person)
    }
    return candidates
  }

  /// Settles rows of which one of the three is another altogether, if more than a session shows whose they are.
  ///
  /// - Returns: of the others, the persons whom no other row is.
  private mutating func settleReplaced(
    sharesEvidence: (Int, CandidateID) -> Bool, isProved: (Int, CandidateID) -> Bool
  ) -> [Int: Set<CandidateID>] {
    var candidates: [Int: Set<CandidateID>] = [:]
    var claimants: [CandidateID: Int] = [:]
    for index in groups.indices where standings[index] == .open && !others.contains(index) {
      let possible = known.replaced(by: groups[index]).subtracting(claimed)
        .filter { sharesEvidence(index, $0) }
      if possible.isEmpty { continue }
      candidates[index] = possible
      for person in possible where isProved(index, person) { claimants[person, default: 0] += 1 }
    }
    for (index, persons) in candidates {
      let proved = persons.filter { isProved(index, $0) }
      guard proved.count == 1, let person = proved.first, claimants[person] == 1 else { continue }
      standings[index] = .known(person)
      claimed.insert(person)
    }
    return candidates
  }

  // MARK: The others

  /// Settles what ``settleCertain(references:made:sharesEvidence:)`` left open.
  ///
  /// - Parameters:
  ///   - accepting: rows that are answered to be whom they may be.
  ///   - isProved: whether a certificate's number or a reference shows it.
  mutating func settleOthers(
    accepting rows: Set<Int>, sharesEvidence: (Int, CandidateID) -> Bool,
    isProved: (Int, CandidateID) -> Bool
  ) {
    let corrected = settleCorrected(sharesEvidence: sharesEvidence)
    let replaced = settleReplaced(sharesEvidence: sharesEvidence, isProved: isProved)
    for index in groups.indices where standings[index] == .open {
      if others.contains(index) {
        standings[index] = .new
        continue
      }
      let near = neighbours[index].filter { isSettled($0) && !others.contains($0) }.sorted()
      let persons = known.near(groups[index]).union(corrected[index] ?? [])
        .union((replaced[index] ?? []).subtracting(claimed))
      if near.isEmpty, persons.isEmpty {
        standings[index] = .new
        continue
      }
      standings[index] = .asked(groups: near, persons: persons.sorted())
    }
    accept(rows)
  }

  private mutating func accept(_ rows: Set<Int>) {
    for index in groups.indices {
      guard case .asked(let near, let persons) = standings[index],
        groups[index].rows.contains(where: rows.contains)
      else { continue }
      var targets = persons.map(Standing.known)
      for group in near {
        let target = target(group)
        if !targets.contains(target) { targets.append(target) }
      }
      if targets.count == 1 { standings[index] = targets[0] }
    }
  }

  /// From which group's content a new person's id is made, where it is not the person's own: where rows equally
  /// good are one person by an answer, which of them came first does not matter.
  func contentGroups() -> [Int: Int] {
    standings.enumerated().reduce(into: [:]) { sources, entry in
      guard case .same(let group) = entry.element,
        groups[entry.offset].rank.isAsGood(as: groups[group].rank)
      else { return }
      let source = sources[group] ?? group
      if groups[entry.offset].rank.order < groups[source].rank.order {
        sources[group] = entry.offset
      }
    }
  }

  /// Whose person a settled group is.
  private func target(_ group: Int) -> Standing {
    switch standings[group] {
    case .known(let id): .known(id)
    case .same(let other): .same(other)
    case .new, .open, .asked: .same(group)
    }
  }

  private func isSettled(_ group: Int) -> Bool {
    switch standings[group] {
    case .known, .new, .same: true
    case .open, .asked: false
    }
  }
}
