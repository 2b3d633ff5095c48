internal import Events

/// Groups the rows of a sheet that are certainly one person's: by names and birth date, by what is said of
/// them, and by references that nobody else has.
struct PersonGrouping {
  private let rows: [SheetRow]
  private let spelt: [PersonSpelling?]
  private let claims: [RowClaim]
  /// Rows of the same spelling and claim, by node.
  private var nodes: [Node] = []
  private var members: [[Int]] = []
  private var sets: DisjointSets

  private struct Node: Hashable {
    let spelling: PersonSpelling
    let claim: RowClaim
    /// Without a birth date equal names are not one person's, unless the whole rows are equal.
    let cells: [String]?
    let reference: ReferenceKey?
    let birthPlace: String?
  }

  /// - Parameter spelt: of each row; nil leaves the row out.
  init(_ rows: [SheetRow], spelt: [PersonSpelling?], claims: [RowClaim]) {
    self.rows = rows
    self.spelt = spelt
    self.claims = claims
    var numbers: [Node: Int] = [:]
    for (index, spelling) in spelt.enumerated() {
      guard let spelling else { continue }
      let node = Node(
        spelling: spelling, claim: claims[index],
        cells: spelling.date == nil ? rows[index].cells : nil,
        reference: rows[index].personKey, birthPlace: rows[index].birthPlaceKey)
      if let number = numbers[node] {
        members[number].append(index)
      } else {
        numbers[node] = nodes.count
        nodes.append(node)
        members.append([index])
      }
    }
    sets = DisjointSets(count: nodes.count)
  }

  mutating func groups() -> [PersonGroup] {
    joinByNames()
    joinByReferences()
    return sortedSets().map { set in
      PersonGroup(
        set.flatMap { members[$0] }.sorted(), of: rows, spelt: spelt, claims: claims)
    }.sorted { $0.rank < $1.rank }
  }

  private mutating func sortedSets() -> [[Int]] {
    var byRoot: [Int: [Int]] = [:]
    for node in nodes.indices { byRoot[sets.root(of: node), default: []].append(node) }
    return byRoot.values.sorted { $0[0] < $1[0] }
  }

  // MARK: Names

  private struct Key: Hashable {
    let names: String
    let date: BirthDate
    let claim: RowClaim
  }

  private mutating func joinByNames() {
    var first: [Key: Int] = [:]
    var persons: [CandidateID: Int] = [:]
    var namesakes = DisjointSets(count: nodes.count)
    for (index, node) in nodes.enumerated() {
      if let person = node.claim.person {
        if let other = persons[person] { sets.join(other, index) } else { persons[person] = index }
      }
      guard let date = node.spelling.date else { continue }
      for names in node.spelling.nameKeys {
        let key = Key(names: names, date: date, claim: node.claim)
        if let other = first[key] { namesakes.join(other, index) } else { first[key] = index }
      }
    }
    let parting = Namesakes(rows: rows)
    for set in Dictionary(grouping: nodes.indices, by: { namesakes.root(of: $0) }).values {
      // What is said of rows counts more than what they differ in.
      let parts = nodes[set[0]].claim == .none ? parting.parts(set.map { members[$0] }) : nil
      for part in parts ?? [Array(set.indices)] {
        for entry in part { sets.join(set[part[0]], set[entry]) }
      }
    }
    joinToPersons()
  }

  /// Rows of which nothing is said are those persons' of whom it is said, if that is one person only.
  private mutating func joinToPersons() {
    let apart = Set(nodes.filter(\.claim.isApart).compactMap(\.claim.person))
    var keys: [CandidateID: Set<ReferenceKey>] = [:]
    var persons: [Key: Set<CandidateID>] = [:]
    var ofPerson: [CandidateID: Int] = [:]
    for (index, node) in nodes.enumerated() {
      guard let person = node.claim.person, !apart.contains(person) else { continue }
      ofPerson[person] = index
      if let key = node.reference { keys[person, default: []].insert(key) }
      guard let date = node.spelling.date else { continue }
      for names in node.spelling.nameKeys {
        persons[Key(names: names, date: date, claim: .none), default: []].insert(person)
      }
    }
    if persons.isEmpty { return }
    for set in sortedSets() where nodes[set[0]].claim == .none {
      let found = set.reduce(into: Set<CandidateID>()) { found, index in
        guard let date = nodes[index].spelling.date else { return }
        for names in nodes[index].spelling.nameKeys {
          found.formUnion(persons[Key(names: names, date: date, claim: .none)] ?? [])
        }
      }
      let mine = Set(set.compactMap { nodes[$0].reference })
      if found.count == 1, let person = found.first, let node = ofPerson[person],
        !Self.contradict(mine, keys[person] ?? [])
      {
        sets.join(set[0], node)
      }
    }
  }

  // MARK: References

  private static func contradict(_ left: Set<ReferenceKey>, _ right: Set<ReferenceKey>) -> Bool {
    !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
  }

  /// From this number of spellings on a reference is no one person's.
  private static let limit = 12

  /// Joins what is alike and has a reference in common, in any of the rows, unless clearly different persons
  /// have that reference too.
  private mutating func joinByReferences() {
    var holders: [RowReference: Set<Int>] = [:]
    for (index, rows) in members.enumerated() {
      for row in rows {
        for reference in self.rows[row].references {
          holders[reference, default: []].insert(index)
        }
      }
    }
    let nodesOf = Dictionary(uniqueKeysWithValues: sortedSets().map { (sets.root(of: $0[0]), $0) })
    var roots = [Int](repeating: 0, count: nodes.count)
    var persons = [CandidateID?](repeating: nil, count: nodes.count)
    var keys = [Set<ReferenceKey>](repeating: [], count: nodes.count)
    for index in nodes.indices {
      roots[index] = sets.root(of: index)
      if let person = nodes[index].claim.person { persons[roots[index]] = person }
      if let key = nodes[index].reference { keys[roots[index]].insert(key) }
    }
    for (reference, found) in holders.sorted(by: { $0.key < $1.key }) {
      let spellings = Dictionary(grouping: found.sorted()) { nodes[$0].spelling }.values
      guard found.count > 1, spellings.count <= Self.limit else { continue }
      let first = spellings.map { $0[0] }.sorted()
      guard isOnePersons(first) else { continue }
      // What persons of several references have says nothing of a row without one.
      if reference.kind != .person, Set(found.compactMap { nodes[$0].reference }).count > 1 {
        continue
      }
      for equal in spellings.sorted(by: { $0[0] < $1[0] }) {
        for other in equal.dropFirst() where areLinked([equal[0]], [other], by: reference) {
          join(equal[0], other, unlessOf: &persons, &keys)
        }
      }
      let groups = Set(first.map { roots[$0] }).sorted()
      for (position, left) in groups.enumerated() {
        for right in groups[(position + 1)...]
        where areLinked(nodesOf[left] ?? [], nodesOf[right] ?? [], by: reference) {
          join(left, right, unlessOf: &persons, &keys)
        }
      }
    }
  }

  private func isOnePersons(_ found: [Int]) -> Bool {
    !found.enumerated().contains { position, left in
      found[(position + 1)...].contains { right in
        nodes[left].spelling.isClearlyAnother(nodes[right].spelling)
      }
    }
  }

  private func areLinked(_ left: [Int], _ right: [Int], by reference: RowReference) -> Bool {
    left.contains { one in
      right.contains { other in
        let (mine, others) = (nodes[one].spelling, nodes[other].spelling)
        return nodes[one].claim.isApart == nodes[other].claim.isApart && mine.isLinkable(others)
          && (!reference.needsBirthDate || mine.date != nil && mine.date == others.date)
      }
    }
  }

  /// - Parameters:
  ///   - persons: whose a set is, by its root.
  ///   - keys: the persons' references of a set, by its root.
  private mutating func join(
    _ left: Int, _ right: Int, unlessOf persons: inout [CandidateID?],
    _ keys: inout [Set<ReferenceKey>]
  ) {
    let (left, right) = (sets.root(of: left), sets.root(of: right))
    if let mine = persons[left], let others = persons[right], mine != others { return }
    if Self.contradict(keys[left], keys[right]) { return }
    let (person, together) = (persons[left] ?? persons[right], keys[left].union(keys[right]))
    sets.join(left, right)
    persons[sets.root(of: left)] = person
    keys[sets.root(of: left)] = together
  }
}
