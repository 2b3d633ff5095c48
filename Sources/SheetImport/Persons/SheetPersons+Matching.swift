public import Events

extension SheetPersons {
  /// Groups the rows by person and compares them with those of the ledger.
  ///
  /// Certain are equal names and birth dates, whatever accents, case, separators and the order of first names; a
  /// reference that only persons of like names have; an id written back by an import. What is only like another
  /// row or person is left out until it is answered. Nothing but which rows are told as doubles depends on the
  /// order of the rows.
  ///
  /// Cost: about a second for 20,000 rows and 50,000 persons of the ledger.
  ///
  /// - Parameters:
  ///   - plan: whose headings contradictions are told by; without it they are not told.
  ///   - known: the identities in the ledger, those without an identity left out.
  ///   - today: no birth date is after it.
  ///   - exists: whether an id is in the ledger.
  ///   - history: what of a person the ledger has that a sheet says, too: days of sessions (`2021-06-17`),
  ///     numbers of certificates, ids of candidacies. A row with corrected names or birth date is known by it.
  ///   - code: a secret code of some bytes, at least 8 bytes, from which ids are made: the same for the same
  ///     bytes, and nobody without the vault can guess one.
  public init<Failure: Error>(
    _ reading: SheetReading, by plan: ImportPlan? = nil, known identities: [CandidateID: Identity],
    today: CalendarDate = .last, exists: (CandidateID) throws(Failure) -> Bool,
    history: (CandidateID) throws(Failure) -> Set<String>,
    code: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) {
    self.init()
    var matching = try PersonMatching(
      reading.rows, known: identities, exists: exists, history: history, code: code)
    try matching.settle(exists: exists, history: history, code: code)
    let ids = try matching.ids(exists: exists, code: code)
    tell(
      matching, ids, known: identities, PersonHeadings(plan, reading.columns), today: today)
  }
  /// As ``init(_:by:known:today:exists:history:code:)``, with nothing of the history: a row with corrected names
  /// or birth date is asked about.
  public init<Failure: Error>(
    _ reading: SheetReading, by plan: ImportPlan? = nil, known identities: [CandidateID: Identity],
    today: CalendarDate = .last, exists: (CandidateID) throws(Failure) -> Bool,
    code: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) {
    try self.init(
      reading, by: plan, known: identities, today: today, exists: exists,
      history: { (_) throws(Failure) -> Set<String> in [] }, code: code)
  }
}

/// The rows of a sheet while it is found out who they are.
struct PersonMatching {
  let rows: [SheetRow]
  /// Of each row; nil: a row without names, or one set aside.
  private(set) var spelt: [PersonSpelling?]
  private(set) var settling: PersonSettling
  /// Rows that are answered to be a person whom the ledger does not have: perhaps one of the sheet.
  private(set) var elsewhere: [Int: CandidateID] = [:]
  /// Rows with an id written back that is clearly another person's.
  private(set) var doubted: [Int: CandidateID] = [:]
  private let known: KnownPersons
  /// Ids mentioned in the rows that the ledger has.
  private var existing: Set<CandidateID> = []

  init<Failure: Error>(
    _ rows: [SheetRow], known identities: [CandidateID: Identity],
    exists: (CandidateID) throws(Failure) -> Bool,
    history: (CandidateID) throws(Failure) -> Set<String>,
    code: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) {
    self.rows = rows
    var folding = Folding()
    var spelt = rows.map { PersonSpelling($0, folding: &folding) }
    known = KnownPersons(identities, readFor: rows, folding: &folding)
    for id in Set(rows.flatMap(\.mentionedIDs)) where try exists(id) { existing.insert(id) }
    var claims = [RowClaim](repeating: .none, count: rows.count)
    for (index, row) in rows.enumerated() {
      guard let spelling = spelt[index] else { continue }
      if case .same(let id?) = row.answer {
        if existing.contains(id) {
          claims[index] = .person(id)
        } else {
          elsewhere[index] = id
          spelt[index] = nil
        }
      } else if let id = row.writtenCandidate, existing.contains(id) {
        let isFar = known.isFar(id, [spelling])
        switch row.answer {
        case nil where isFar:
          doubted[index] = id
          spelt[index] = nil
        case nil, .same: claims[index] = .person(id)
        case .another: claims[index] = isFar ? .none : .personApart(id)
        }
      }
    }
    self.spelt = spelt
    let first = PersonSettling(
      Self.groups(rows, spelt, claims), known, others: [])
    let answered = rows.indices.filter { rows[$0].answer == .another && claims[$0] == .none }
    guard !answered.isEmpty else {
      settling = first
      return
    }
    var others: Set<Int> = []
    for (number, group) in first.groups.enumerated() {
      let apart = group.rows.filter { rows[$0].answer == .another && claims[$0] == .none }
      if apart.isEmpty { continue }
      let alone = PersonGroup(apart, of: rows, spelt: spelt, claims: claims)
      let content = PersonIDs.content(of: alone, in: rows, isApart: true)
      if let id = try PersonIDs.id(of: content, attempt: 0, code: code), try exists(id),
        !known.isFar(id, alone.spellings)
      {
        for row in apart { claims[row] = .personApart(id) }
      } else if first.hasNamesake(number) {
        for row in group.rows where claims[row] == .none { claims[row] = .apart }
      } else if first.isQuestionable(number) {
        // It is another than those it was asked about; its rows stay together.
        others.formUnion(apart)
      } else {
        for row in apart { claims[row] = .apart }
      }
    }
    settling = PersonSettling(Self.groups(rows, spelt, claims), known, others: others)
  }

  private static func groups(
    _ rows: [SheetRow], _ spelt: [PersonSpelling?], _ claims: [RowClaim]
  ) -> [PersonGroup] {
    var grouping = PersonGrouping(rows, spelt: spelt, claims: claims)
    return grouping.groups()
  }

  // MARK: Settling

  mutating func settle<Failure: Error>(
    exists: (CandidateID) throws(Failure) -> Bool,
    history: (CandidateID) throws(Failure) -> Set<String>,
    code: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) {
    let groups = settling.groups
    var made: [CandidateID?] = []
    var references: [[CandidateID]] = []
    var shared: [Int: Set<CandidateID>] = [:]
    var proved: [Int: Set<CandidateID>] = [:]
    var histories: [CandidateID: Set<String>] = [:]
    for (number, group) in groups.enumerated() {
      made.append(try self.made(group, exists: exists, code: code))
      references.append(self.references(of: group).filter(existing.contains))
      var possible = known.corrected(by: group).union(known.replaced(by: group))
      if group.person != nil { possible = [] }
      if possible.isEmpty { continue }
      let evidence = group.evidence(in: rows)
      let proofs = group.proofs(in: rows)
      let names = Set(references[number])
      for id in possible {
        if histories[id] == nil { histories[id] = try history(id) }
        if names.contains(id) || histories[id]?.isDisjoint(with: evidence) == false {
          shared[number, default: []].insert(id)
        }
        if names.contains(id) || histories[id]?.isDisjoint(with: proofs) == false {
          proved[number, default: []].insert(id)
        }
      }
    }
    let sharesEvidence = { (group: Int, id: CandidateID) in shared[group]?.contains(id) == true }
    settling.settleCertain(
      references: references, made: made, sharesEvidence: sharesEvidence)
    settling.settleOthers(
      accepting: Set(rows.indices.filter { rows[$0].answer == .same(nil) }),
      sharesEvidence: sharesEvidence, isProved: { proved[$0]?.contains($1) == true })
  }

  /// The id made from a group's content, if the ledger has it and it is not clearly another person's.
  private func made<Failure: Error>(
    _ group: PersonGroup, exists: (CandidateID) throws(Failure) -> Bool,
    code: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) -> CandidateID? {
    if group.person != nil { return nil }
    let content = PersonIDs.content(of: group, in: rows, isApart: group.isApart)
    for attempt in 0..<64 {
      guard let id = try PersonIDs.id(of: content, attempt: attempt, code: code), try exists(id)
      else { return nil }
      if !known.isFar(id, group.spellings) { return id }
    }
    return nil
  }

  /// The references of a group that can be ids, ascending.
  private func references(of group: PersonGroup) -> [CandidateID] {
    Set(group.rows.compactMap { rows[$0].personReference.flatMap { try? CandidateID($0) } })
      .sorted()
  }

  // MARK: Ids

  /// The ids of the new persons, by group.
  func ids<Failure: Error>(
    exists: (CandidateID) throws(Failure) -> Bool, code: ([UInt8]) throws(Failure) -> [UInt8]
  ) throws(Failure) -> [Int: CandidateID] {
    let groups = settling.groups
    var holders: [CandidateID: Int] = [:]
    for group in groups { for id in references(of: group) { holders[id, default: 0] += 1 } }
    let fresh = groups.indices.filter { settling.standings[$0] == .new }
    var ids: [Int: CandidateID] = [:]
    var used: Set<CandidateID> = []
    let sources = settling.contentGroups()
    for number in fresh {
      let free = references(of: groups[number]).first {
        holders[$0] == 1 && !existing.contains($0)
      }
      if let free {
        ids[number] = free
        used.insert(free)
      }
    }
    for number in fresh.sorted(by: { groups[$0].rank.order < groups[$1].rank.order })
    where ids[number] == nil {
      let source = sources[number] ?? number
      let content = PersonIDs.content(of: groups[source], in: rows, isApart: groups[source].isApart)
      for attempt in 0... {
        guard let id = try PersonIDs.id(of: content, attempt: attempt, code: code) else { break }
        if used.contains(id) { continue }
        if try exists(id) { continue }
        ids[number] = id
        used.insert(id)
        break
      }
    }
    return ids
  }
}

extension SheetRow {
  /// Ids of persons that the row names.
  fileprivate var mentionedIDs: [CandidateID] {
    var ids = [writtenCandidate].compactMap { $0 }
    if case .same(let id?) = answer { ids.append(id) }
    if let id = personReference.flatMap({ try? CandidateID($0) }) { ids.append(id) }
    return ids
  }
}
