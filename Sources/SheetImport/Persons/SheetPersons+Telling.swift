internal import Events

extension SheetPersons {
  /// The persons, what is left out, and what is to be told of it.
  mutating func tell(
    _ matching: PersonMatching, _ ids: [Int: CandidateID], known: [CandidateID: Identity],
    _ headings: PersonHeadings, today: CalendarDate
  ) {
    let rows = matching.rows
    let groups = matching.settling.groups
    var rowsOf: [CandidateID: [Int]] = [:]
    for (number, standing) in matching.settling.standings.enumerated() {
      switch standing {
      case .known(let id): rowsOf[id, default: []] += groups[number].rows
      case .new: if let id = ids[number] { rowsOf[id, default: []] += groups[number].rows }
      case .same(let other):
        if let id = ids[other] { rowsOf[id, default: []] += groups[number].rows }
      case .asked(let near, let persons):
        let others = near.compactMap { groups[$0].rows.first }.sorted()
        let of = near.compactMap { matching.settling.standings[$0].known }
        let persons = Set(persons + of).sorted()
        unsettled += groups[number].rows.map { UnsettledRow($0, rows: others, persons: persons) }
      case .open: break
      }
    }
    for (row, id) in matching.elsewhere {
      if rowsOf[id] != nil {
        rowsOf[id, default: []].append(row)
      } else {
        unsettled.append(UnsettledRow(row, rows: [], persons: []))
      }
    }
    unsettled += matching.doubted.map { UnsettledRow($0.key, rows: [], persons: [$0.value]) }
    unsettled.sort { $0.row < $1.row }
    let fresh = Set(ids.values)
    for (id, indices) in rowsOf {
      let indices = indices.sorted()
      let merged = MergedIdentity(
        indices.map { rows[$0] }, known: known[id], headings, today: today)
      issues += merged.issues
      guard let identity = merged.identity else { continue }
      persons.append(
        SheetPerson(id, fresh.contains(id) ? .new : .known, rows: indices, identity: identity))
    }
    persons.sort { $0.rows[0] < $1.rows[0] }
    tellDoubles(rows)
    issues.sort { ($0.row, $0.column ?? -1) < ($1.row, $1.column ?? -1) }
  }

  private mutating func tellDoubles(_ rows: [SheetRow]) {
    let asked = Set(unsettled.map(\.row))
    var seen: Set<RowContent> = []
    var doubles: Set<Int> = []
    for (index, row) in rows.enumerated() {
      if seen.insert(RowContent(row)).inserted { continue }
      doubles.insert(index)
      exactDoubles += 1
      issues.append(SheetIssue(.exactDouble, row: row.place))
    }
    for row in asked.sorted() where !doubles.contains(row) {
      issues.append(SheetIssue(.toConfirm, row: rows[row].place))
    }
    // A sheet with a row for each decision says several rows of one session.
    let isLong = rows.lazy.map(\.decisions.count).max() == 1
    for person in persons where person.rows.count > 1 {
      var sessions: Set<RowSession> = []
      for index in person.rows where !doubles.contains(index) {
        let said = RowSession.all(of: rows[index], isLong: isLong)
        if !sessions.isDisjoint(with: said) {
          nearDoubles += 1
          issues.append(SheetIssue(.samePerson, row: rows[index].place))
        }
        sessions.formUnion(said)
      }
    }
  }
}

extension PersonSettling.Standing {
  fileprivate var known: CandidateID? { if case .known(let id) = self { id } else { nil } }
}

/// What equal rows have in common; those of tabs of two years may have the same cells.
private struct RowContent: Hashable {
  let cells: [String]
  let session: CalendarDate?
  let certification: CertificationCode?

  init(_ row: SheetRow) {
    cells = row.cells
    session = row.sessionOn
    certification = row.certification
  }
}

/// A session of which a row says what another row of that person may not say again.
private struct RowSession: Hashable {
  let certification: CertificationCode?
  let day: CalendarDate?
  /// In a sheet with a row for each decision.
  let block: BlockCode?

  static func all(of row: SheetRow, isLong: Bool) -> Set<RowSession> {
    if isLong {
      return Set(
        row.decisions.map { decision in
          RowSession(
            certification: row.certification, day: decision.on ?? row.sessionOn,
            block: decision.block)
        })
    }
    let days = row.sessionDays.isEmpty ? [nil] : row.sessionDays.map(Optional.some)
    return Set(
      days.map { RowSession(certification: row.certification, day: $0, block: nil) })
  }
}
