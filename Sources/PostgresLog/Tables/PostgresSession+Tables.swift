internal import EventLog
internal import Events
internal import PostgreSQL

// The state of the tables for the lists, and their rows.
extension PostgresSession {
  func tableState() throws(LogFailure) -> TableState? {
    let rows = try rows(
      "SELECT derivation, through, latest_day, is_whole, built_to FROM list_state")
    guard rows.count == 1, let latestDay = rows.day(0, 2) else { return nil }
    let builtTo = rows.isNull(0, 4) ? nil : try? CandidacyID(rows.text(0, 4))
    if builtTo == nil, !rows.isNull(0, 4) { return nil }
    return TableState(
      stamp: TableStamp(
        derivation: rows.text(0, 0), through: Position(rows.integer(0, 1)), latestDay: latestDay),
      builtTo: builtTo, isWhole: rows.boolean(0, 3))
  }

  func write(_ state: TableState) throws(LogFailure) {
    _ = try rows(
      """
      INSERT INTO list_state VALUES (true, $1, $2, $3, $4, $5)
      ON CONFLICT (one) DO UPDATE SET derivation = excluded.derivation, through = excluded.through,
        latest_day = excluded.latest_day, is_whole = excluded.is_whole, built_to = excluded.built_to
      """,
      [
        .text(state.stamp.derivation), .integer(state.stamp.through.number),
        .integer(Int64(state.stamp.latestDay.dayNumber)), .boolean(state.isWhole),
        state.builtTo.map { .text($0.text) } ?? .null(.text),
      ])
  }

  func tableRows(of candidacies: [CandidacyID]) throws(LogFailure) -> [CandidacyRows] {
    let asked = PostgresValue.texts(candidacies.map(\.text))
    let standings = try rows(
      "SELECT * FROM list_standing WHERE candidacy = ANY ($1) ORDER BY candidacy, from_day", [asked]
    )
    let dues = try rows(
      """
      SELECT candidacy, kind, last_day, from_day, until_day FROM list_due
      WHERE candidacy = ANY ($1) ORDER BY candidacy, last_day, kind, from_day
      """, [asked])
    let awards = try rows("SELECT * FROM list_award WHERE candidacy = ANY ($1)", [asked])
    var found: [String: (standings: [StandingRow], dues: [DueRow], award: AwardRow?)] = [:]
    for row in 0..<standings.count {
      guard let standing = standings.standing(row) else { continue }
      found[standings.text(row, 0), default: ([], [], nil)].standings.append(standing)
    }
    for row in 0..<dues.count {
      guard let lastDay = dues.day(row, 2), let days = dues.days(row, 3) else { continue }
      found[dues.text(row, 0), default: ([], [], nil)].dues.append(
        DueRow(kind: dues.text(row, 1), lastDay: lastDay, days: days))
    }
    for row in 0..<awards.count {
      found[awards.text(row, 0), default: ([], [], nil)].award = awards.award(row, from: 1)
    }
    return candidacies.map { candidacy in
      let rows = found[candidacy.text] ?? ([], [], nil)
      return CandidacyRows(
        candidacy: candidacy, standings: rows.standings, dues: rows.dues, award: rows.award)
    }
  }

  /// How many rows no program of this version writes: of no candidacy, of a number that is no day.
  func unreadableTableRows() throws(LogFailure) -> Int {
    var count = 0
    let standings = try rows("SELECT * FROM list_standing")
    for row in 0..<standings.count
    where !standings.isOfCandidacy(row) || standings.standing(row) == nil { count += 1 }
    let dues = try rows("SELECT candidacy, kind, last_day, from_day, until_day FROM list_due")
    for row in 0..<dues.count
    where !dues.isOfCandidacy(row) || dues.text(row, 1).isEmpty || dues.day(row, 2) == nil
      || dues.days(row, 3) == nil
    { count += 1 }
    let awards = try rows("SELECT * FROM list_award")
    for row in 0..<awards.count
    where !awards.isOfCandidacy(row) || awards.award(row, from: 1) == nil { count += 1 }
    return count
  }
}

extension PostgresResult {
  /// A number as a day; nil for one that is none.
  func day(_ row: Int, _ column: Int) -> CalendarDate? {
    try? CalendarDate(dayNumber: Int(integer(row, column)))
  }

  func days(_ row: Int, _ column: Int) -> ClosedRange<CalendarDate>? {
    guard let first = day(row, column), let last = day(row, column + 1), first <= last
    else { return nil }
    return first...last
  }

  func isOfCandidacy(_ row: Int) -> Bool { (try? CandidacyID(text(row, 0))) != nil }

  /// A row of `list_standing`.
  func standing(_ row: Int) -> StandingRow? {
    guard let days = days(row, 1), let lastDay = day(row, 7),
      let certification = try? CertificationCode(text(row, 4))
    else { return nil }
    let words = text(row, 13).split(separator: " ").map(String.init)
    let missing = words.dropFirst().compactMap { try? BlockCode($0) }
    guard words.first == certification.text, missing.count == words.count - 1 else { return nil }
    return StandingRow(
      days: days, status: text(row, 3), certification: certification, pathway: text(row, 5),
      window: isNull(row, 6) ? nil : text(row, 6), windowLastDay: lastDay,
      isLastOfChain: boolean(row, 8), declaration: isNull(row, 9) ? nil : text(row, 9),
      isOwed: boolean(row, 10), isLate: boolean(row, 11), isToReview: boolean(row, 12),
      missing: missing)
  }

  /// The columns of an award, from its certification on.
  func award(_ row: Int, from column: Int) -> AwardRow? {
    let year = integer(row, column + 1)
    guard let certification = try? CertificationCode(text(row, column)), (1...9999).contains(year),
      let sixMonths = AwardRow.Answer(rawValue: Int(integer(row, column + 3))),
      let twoYears = AwardRow.Answer(rawValue: Int(integer(row, column + 4)))
    else { return nil }
    return AwardRow(
      certification: certification, year: Int(year), isByExperience: boolean(row, column + 2),
      sixMonths: sixMonths, twoYears: twoYears)
  }
}
