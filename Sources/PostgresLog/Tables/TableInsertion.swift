internal import EventLog
internal import Events
internal import PostgreSQL

/// The rows of some candidacies, inserted in one statement a table.
struct TableInsertion {
  private let standings: [(CandidacyID, StandingRow)]
  private let dues: [(CandidacyID, Int, DueRow)]
  private let awards: [(CandidacyID, AwardRow)]

  init(_ rows: [CandidacyRows]) {
    standings = rows.flatMap { rows in rows.standings.map { (rows.candidacy, $0) } }
    dues = rows.flatMap { rows in
      rows.dues.enumerated().map { (rows.candidacy, $0.offset, $0.element) }
    }
    awards = rows.compactMap { rows in rows.award.map { (rows.candidacy, $0) } }
  }

  func run(on session: borrowing PostgresSession) throws(LogFailure) {
    if !standings.isEmpty { try insertStandings(session) }
    if !dues.isEmpty {
      _ = try session.rows(
        "INSERT INTO list_due SELECT * FROM unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[])",
        [
          .texts(dues.map(\.0.text)), .integers(dues.map { Int64($0.1) }),
          .texts(dues.map(\.2.kind)),
          .integers(dues.map { Int64($0.2.lastDay.dayNumber) }),
          .integers(dues.map { Int64($0.2.days.lowerBound.dayNumber) }),
          .integers(dues.map { Int64($0.2.days.upperBound.dayNumber) }),
        ])
    }
    if awards.isEmpty { return }
    _ = try session.rows(
      """
      INSERT INTO list_award SELECT candidacy, certification, year, is_by_experience = 1, six_months, two_years
      FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[])
        AS new (candidacy, certification, year, is_by_experience, six_months, two_years)
      """,
      [
        .texts(awards.map(\.0.text)), .texts(awards.map(\.1.certification.text)),
        .integers(awards.map { Int64($0.1.year) }),
        .integers(awards.map { $0.1.isByExperience ? 1 : 0 }),
        .integers(awards.map { Int64($0.1.sixMonths.rawValue) }),
        .integers(awards.map { Int64($0.1.twoYears.rawValue) }),
      ])
  }

  private func insertStandings(_ session: borrowing PostgresSession) throws(LogFailure) {
    func flags(_ flag: KeyPath<StandingRow, Bool>) -> PostgresValue {
      .integers(standings.map { $0.1[keyPath: flag] ? 1 : 0 })
    }
    _ = try session.rows(
      """
      INSERT INTO list_standing
      SELECT candidacy, from_day, until_day, status, certification, pathway, nullif(window_state, ''),
        window_last_day, is_last = 1, nullif(declaration, ''), is_owed = 1, is_late = 1,
        is_to_review = 1, missing
      FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[],
          $7::text[], $8::bigint[], $9::bigint[], $10::text[], $11::bigint[], $12::bigint[],
          $13::bigint[], $14::text[])
        AS new (candidacy, from_day, until_day, status, certification, pathway, window_state,
          window_last_day, is_last, declaration, is_owed, is_late, is_to_review, missing)
      """,
      [
        .texts(standings.map(\.0.text)),
        .integers(standings.map { Int64($0.1.days.lowerBound.dayNumber) }),
        .integers(standings.map { Int64($0.1.days.upperBound.dayNumber) }),
        .texts(standings.map(\.1.status)), .texts(standings.map(\.1.certification.text)),
        .texts(standings.map(\.1.pathway)), .texts(standings.map { $0.1.window ?? "" }),
        .integers(standings.map { Int64($0.1.windowLastDay.dayNumber) }),
        flags(\.isLastOfChain), .texts(standings.map { $0.1.declaration ?? "" }),
        flags(\.isOwed), flags(\.isLate), flags(\.isToReview),
        .texts(
          standings.map {
            ([$0.1.certification.text] + $0.1.missing.map(\.text)).joined(separator: " ")
          }),
      ])
  }
}
