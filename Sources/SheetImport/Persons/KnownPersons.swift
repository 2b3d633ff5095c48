internal import Events

/// The persons of the ledger whom the rows of a sheet may be.
struct KnownPersons {
  /// Ascending.
  let ids: [CandidateID]
  private let index: SpellingIndex
  private let numbers: [CandidateID: Int]
  /// The shapes of the sheet's references.
  private let shapes: Set<String>

  /// - Parameter rows: of the sheet whose references may be ids of persons.
  init(
    _ identities: [CandidateID: Identity], readFor rows: [SheetRow], folding: inout Folding
  ) {
    shapes = Set(rows.compactMap { $0.personKey?.shape })
    let sorted = identities.sorted { $0.key < $1.key }
    ids = sorted.map(\.key)
    index = SpellingIndex(sorted.map { PersonSpelling($0.value, folding: &folding) })
    numbers = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
  }

  /// Nil: the ledger has no identity of this person, or none with letters.
  subscript(_ id: CandidateID) -> PersonSpelling? { numbers[id].flatMap { index.spellings[$0] } }

  func certain(_ group: PersonGroup) -> Set<CandidateID> {
    namesakes(group).filter { !hasOtherReference($0, group) }
  }

  /// Those with the names and birth date of the group.
  private func namesakes(_ group: PersonGroup) -> Set<CandidateID> {
    Set(group.spellings.flatMap { index.certain($0) }.map { ids[$0] })
  }

  /// Whether a person's id is a reference such as the sheet's, and none of the group's.
  private func hasOtherReference(_ id: CandidateID, _ group: PersonGroup) -> Bool {
    guard !group.references.isEmpty, let key = ReferenceKey(id.text) else { return false }
    return shapes.contains(key.shape) && !group.references.contains(key)
  }

  /// Those that may be the group's person; those that certainly are left out.
  func near(_ group: PersonGroup) -> Set<CandidateID> {
    Set(group.spellings.flatMap { index.near($0) }.map { ids[$0] })
      .union(namesakes(group)).subtracting(certain(group))
  }

  /// Those whose corrected names or birth date the group may have.
  func corrected(by group: PersonGroup) -> Set<CandidateID> {
    Set(
      group.spellings.flatMap { spelling in
        index.near(spelling).union(index.namesakes(of: spelling)).filter {
          index.spellings[$0].map(spelling.canCorrect) == true
        }
      }.map { ids[$0] }
    ).filter { !hasOtherReference($0, group) }
  }

  /// Those of whose names and birth date one is another altogether in the group, and the rest is equal.
  func replaced(by group: PersonGroup) -> Set<CandidateID> {
    Set(
      group.spellings.flatMap { spelling in
        index.born(with: spelling).union(index.namesakes(of: spelling)).filter {
          index.spellings[$0].map(spelling.canReplace) == true
        }
      }.map { ids[$0] }
    ).filter { !hasOtherReference($0, group) }.subtracting(corrected(by: group))
  }

  /// Whether a reference, which is a person's id, can be this group's.
  func canBe(_ id: CandidateID, _ group: PersonGroup) -> Bool {
    guard let known = self[id] else { return true }
    return group.spellings.contains {
      $0.isLinkable(known) || $0.canCorrect(known) || $0.hasNames(of: known)
    }
  }

  /// Whether neither names nor birth date are this person's.
  func isFar(_ id: CandidateID, _ spellings: [PersonSpelling]) -> Bool {
    guard let known = self[id] else { return false }
    return spellings.allSatisfy { $0.sharesNothing(with: known) }
  }
}
