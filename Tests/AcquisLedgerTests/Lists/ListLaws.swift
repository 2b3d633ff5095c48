import EventLog
import Events
import Glibc
import Projections
import SQLite
import SQLiteLog
import ServerTestSupport
import TestSupport
import Testing

@testable import AcquisLedger

/// The lists of today from tables, held against the same lists from a fold.
@Suite(.tags(.property)) struct ListLaws {
  /// Tables for every ledger, written in many transactions.
  static let always: ListSettings = {
    var settings = ListSettings()
    settings.fewestEntries = 0
    settings.batch = 2
    return settings
  }()
  /// A fold, whatever the ledger.
  static let never: ListSettings = {
    var settings = ListSettings()
    settings.fewestEntries = .max
    return settings
  }()

  @Test(arguments: 0..<4)
  func `every list from tables is the fold's, while the log grows`(part: Int) throws {
    var asked = 0
    for seed in stride(from: part, to: TrialSize.histories(default: 120) / 10, by: 4) {
      var history = try ListHistory(seed: UInt64(9000 + seed))
      for round in 0..<12 {
        try history.grow(by: round == 0 ? 30 : history.dice.below(9))
        let log = history.dice.pick(history.logs)
        let isWritten = history.dice.chance(70)
        let tables: any EventLog = isWritten ? log : UnwritableTables(log: log)
        asked += try compare(&history, tables, "seed \(seed), round \(round)")
        if isWritten {
          let state = try #require(try log.tableState(), "seed \(seed), round \(round)")
          #expect(state.isWhole, "seed \(seed), round \(round)")
        }
        #expect(try log.tableDefect(batch: 2) == nil, "seed \(seed), round \(round)")
      }
    }
    #expect(asked > 0)
  }

  @Test(TestServer.isNeeded, arguments: 0..<2)
  func `every list from a server's tables is the fold's, while the log grows`(part: Int) throws {
    var asked = 0
    for seed in stride(from: part, to: max(2, TrialSize.histories(default: 120) / 40), by: 2) {
      let schema = TestSchema()
      var history = try ListHistory(seed: UInt64(9100 + seed), on: schema)
      for round in 0..<8 {
        try history.grow(by: round == 0 ? 30 : history.dice.below(9))
        let log = history.dice.pick(history.logs)
        let isWritten = history.dice.chance(70)
        let tables: any EventLog = isWritten ? log : UnwritableTables(log: log)
        asked += try compare(&history, tables, "seed \(seed), round \(round)")
        #expect(try log.tableDefect(batch: 2) == nil, "seed \(seed), round \(round)")
      }
    }
    #expect(asked > 0)
  }

  @Test func `tables that are gone, half built, or of another derivation are made anew`() throws {
    let damages = [
      "DROP TABLE list_due", "DROP INDEX list_by_window", "DROP TABLE list_state",
      "UPDATE list_state SET derivation = 'another'",
      "ALTER TABLE list_award ADD COLUMN other INTEGER", "DELETE FROM list_state",
      """
      UPDATE list_state SET is_whole = 0,
        built_to = (SELECT candidacy FROM list_standing ORDER BY candidacy LIMIT 1);
      DELETE FROM list_standing WHERE candidacy > (SELECT built_to FROM list_state);
      DELETE FROM list_due WHERE candidacy > (SELECT built_to FROM list_state);
      DELETE FROM list_award WHERE candidacy > (SELECT built_to FROM list_state);
      """,
      // Another position: what was built is of no use.
      "UPDATE list_state SET is_whole = 0, built_to = 'D-1', through = through - 1",
    ]
    var history = try ListHistory(seed: 77)
    try history.grow(by: 60)
    for damage in damages {
      _ = try history.question(in: history.logs[0]).lists(Self.always)
      #expect(try history.logs[1].tableState()?.isWhole == true, "before \(damage)")
      try Database(history.ledger.path, .readWrite, timeout: 0).execute(damage)
      _ = try compare(&history, history.logs[0], "\(damage)")
      #expect(try history.logs[1].tableState()?.isWhole == true, "\(damage)")
      #expect(try history.logs[0].tableDefect() == nil, "\(damage)")
      let again = try history.question(in: history.logs[1]).lists(Self.always)
      #expect(again.usesTables, "\(damage)")
      try history.grow(by: 2)
    }
  }

  @Test func `a row that was changed by hand is found, and so is a row too many or too few`() throws
  {
    var history = try ListHistory(seed: 78)
    try history.grow(by: 60)
    let changes = [
      "UPDATE list_standing SET is_owed = 1 - is_owed",
      "DELETE FROM list_standing WHERE candidacy = (SELECT max(candidacy) FROM list_standing)",
      "UPDATE list_standing SET candidacy = 'ZZZ' WHERE candidacy = (SELECT max(candidacy) FROM list_standing)",
      "INSERT INTO list_due VALUES ('D-1', 99, 1, 20000, 19000, 21000)",
      "INSERT OR REPLACE INTO list_award VALUES ('AAA', 1, 2024, 0, 0, 0)",
      // What says nothing readable, and is counted all the same.
      "INSERT INTO list_due VALUES ('!', 0, 1, 20000, 19000, 21000)",
      "INSERT INTO list_award VALUES ('A-1', 1, 99999999999, 0, 0, 0)",
      "UPDATE list_standing SET is_late = 7 WHERE candidacy = (SELECT max(candidacy) FROM list_standing)",
      "UPDATE list_standing SET certification = 9999 WHERE candidacy = (SELECT max(candidacy) FROM list_standing)",
      """
      INSERT INTO list_standing SELECT candidacy, -9, 99999999, status, certification, pathway, "window",
        window_last_day, is_last_of_chain, declaration, is_owed, is_late, is_to_review, missing
        FROM list_standing LIMIT 1
      """,
      "INSERT INTO list_name (name) SELECT name FROM list_name LIMIT 1",
      "UPDATE list_name SET name = 'X' || name WHERE key = (SELECT missing FROM list_standing LIMIT 1)",
      "UPDATE list_state SET through = through + 1000",
      "UPDATE list_state SET latest_day = latest_day - 1",
    ]
    for change in changes {
      _ = try history.question(in: history.logs[0]).lists(Self.always)
      #expect(try history.logs[0].tableDefect() == nil, "before \(change)")
      let database = try Database(history.ledger.path, .readWrite, timeout: 0)
      try database.execute(change)
      #expect(try history.logs[0].tableDefect(batch: 2) != nil, "\(change)")
      try database.execute("DROP TABLE list_state")
    }
  }

  @Test func `a damaged page of a table costs a fold, and is reported by the verification`() throws
  {
    var history = try ListHistory(seed: 80)
    try history.grow(by: 60)
    _ = try history.question(in: history.logs[0]).lists(Self.always)
    let path = history.ledger.path
    do {
      let database = try Database(path, .readWrite, timeout: 0)
      try database.checkpoint()
      let page = try #require(
        try database.integer("SELECT rootpage FROM sqlite_schema WHERE name = 'list_standing'"))
      let size = try #require(try database.integer("PRAGMA page_size"))
      let file = open(path, O_RDWR)
      defer { close(file) }
      let rubbish = [UInt8](repeating: 0xff, count: Int(size))
      #expect(pwrite(file, rubbish, rubbish.count, off_t((page - 1) * size)) == rubbish.count)
    }
    let log = try SQLiteLog(opening: path, access: .readOnly, clock: TestClock().now)
    let question = try history.question(in: log)
    var (damaged, folded) = (try question.lists(Self.always), try question.lists(Self.never))
    #expect(damaged.usesTables)
    #expect(
      try damaged.candidacies(CandidacyFilter()).answers
        == folded.candidacies(CandidacyFilter()).answers)
    #expect(try damaged.counts() == folded.counts())
  }

  @Test func `who finds the file locked answers all the same, and writes the tables later`() throws
  {
    var history = try ListHistory(seed: 79)
    try history.grow(by: 50)
    _ = try history.question(in: history.logs[0]).lists(Self.always)
    try history.grow(by: 3)
    let before = try history.logs[0].tableState()
    let other = try Database(history.ledger.path, .readWrite, timeout: 0)
    try other.begin(.writing)
    _ = try history.question(in: history.logs[0]).lists(Self.always)
    #expect(try history.logs[0].tableState() == before)
    other.rollback()
    _ = try compare(&history, history.logs[0], "unlocked")
    #expect(try history.logs[0].tableState()?.stamp.through == history.logs[0].head().last)
  }

  @Test func `a verification passes over the tables, and reports anything else under their names`()
    throws
  {
    var history = try ListHistory(seed: 81)
    try history.grow(by: 40)
    _ = try history.question(in: history.logs[0]).lists(Self.always)
    let path = history.ledger.path
    #expect(try SQLiteLog.verify(at: path).defects.isEmpty)
    let database = try Database(path, .readWrite, timeout: 0)
    // Tables of another program: told by a verification, and no hindrance to an append.
    try database.execute("ALTER TABLE list_award ADD COLUMN other INTEGER")
    #expect(
      try SQLiteLog.verify(at: path).defects.map(\.kind) == [.schemaChanged("list_award")])
    _ = try SQLiteLog(opening: path, access: .readWrite, clock: TestClock().now)
    for trap in [
      "CREATE TRIGGER list_trap AFTER INSERT ON event BEGIN SELECT 1; END",
      "CREATE INDEX list_trap ON event (recorded_at)",
      "CREATE VIEW list_trap AS SELECT 1",
    ] {
      try database.execute(trap)
      #expect(
        try SQLiteLog.verify(at: path).defects.map(\.kind).contains(.schemaTooMany("list_trap")))
      #expect(throws: LogFailure.self) {
        _ = try SQLiteLog(opening: path, access: .readWrite, clock: TestClock().now)
      }
      try database.execute("DROP \(trap.split(separator: " ")[1]) list_trap")
    }
    _ = try history.question(in: history.logs[0]).lists(Self.always)
    #expect(try SQLiteLog.verify(at: path).defects.isEmpty)
  }

  @Test func `a candidacy with one last day twice has both in the tables`() throws {
    var history = try ListHistory(seed: 82)
    try history.grow(by: 10)
    let log = history.logs[0]
    let day = try CalendarDate(2025, 3, 31)
    let stamp = TableStamp(derivation: "d", through: try log.head().last, latestDay: day)
    let due = DueRow(kind: "session", lastDay: day, days: day...day)
    let rows = CandidacyRows(candidacy: try CandidacyID("D-1"), dues: [due, due])
    #expect(try log.beginTables(stamp, replacing: nil))
    #expect(try log.addToTables([rows], of: stamp, after: nil, isLast: true))
    #expect(try log.rows(of: [rows.candidacy], in: stamp) == [rows])
  }

  @Test func `of candidacies enrolled anew, none is passed over`() throws {
    let history = try ListHistory(seed: 83)
    let log = history.logs[0]
    let framework = try #require(
      history.envelopes.first { $0.event.fact.type == .certificationRegistered })
    guard case .certificationRegistered(let data) = framework.event.fact else { return }
    // Five entries of one candidacy, as after annulments, then one of another.
    for (number, candidacy) in ["D-1", "D-1", "D-1", "D-1", "D-1", "D-2"].enumerated() {
      let event = Event(
        id: EventID(high: .max, low: UInt64(number)), occurredOn: framework.event.occurredOn,
        recordedBy: framework.event.recordedBy,
        fact: .candidateEnrolled(
          CandidateEnrolled(
            candidacy: try CandidacyID(candidacy), candidate: try CandidateID("P-1"),
            certification: data.certification, pathway: .student)))
      _ = try log.append([EncodedEvent(event)], unless: nil)
    }
    let known = try log.head().last
    func marked(atMost most: Int) throws -> [String]? {
      try MarkedCandidacies.find(
        touchedBy: [framework], known: known, atMost: most, in: log)?.map(\.text)
    }
    #expect(try marked(atMost: 3) == nil)
    #expect(try marked(atMost: 6) == ["D-1", "D-2"])
  }

  @Test func `a small ledger gets no tables, and neither does a question about the past`() throws {
    var history = try ListHistory(seed: 80)
    try history.grow(by: 40)
    let log = history.logs[0]
    _ = try Question(log: log, on: history.latest, known: log.head().last).lists()
    _ = try Question(log: log, on: history.latest.adding(days: -1), known: log.head().last)
      .lists(Self.always)
    #expect(try log.tableState() == nil)
    _ = try Question(log: log, on: history.latest, known: log.head().last).lists(Self.always)
    let past = try Question(log: log, on: history.latest.adding(days: -1), known: log.head().last)
      .lists(Self.always)
    let earlier = try Question(log: log, on: history.latest, known: Position(20))
      .lists(Self.always)
    #expect(try log.tableState() != nil)
    #expect(!past.usesTables && !earlier.usesTables)
  }
}

// MARK: What is compared

extension ListLaws {
  /// Compares each kind of list from tables with the fold's.
  ///
  /// - Returns: 1 if the tables were asked.
  private func compare(
    _ history: inout ListHistory, _ log: any EventLog, _ place: Comment
  ) throws -> Int {
    let question = try history.question(in: log)
    var tabled = try question.lists(Self.always)
    var folded = try question.lists(Self.never)
    let state = try folded.folded()
    let usesTables = tabled.usesTables
    for _ in 0..<16 {
      let filter = history.filter(in: state)
      let order: CandidacyOrder = history.dice.pick([
        .candidacies, .windows(nil), .windows(.open), .windows(.lapsed), .windows(.completed),
      ])
      let all = try folded.candidacies(filter, in: order).answers.map(\.state.candidacy)
      let after: CandidacyID? =
        history.dice.chance(60)
        ? nil
        : history.dice.chance(80) && !all.isEmpty
          ? history.dice.pick(all)
          : history.dice.pick(state.candidacies.sorted() + [try CandidacyID("none")])
      let limit = history.dice.chance(40) ? nil : history.dice.below(5)
      let name = "\(place): \(filter) \(order) after \(after?.text ?? "") \(limit ?? -1)"
      let expected = Page { try folded.candidacies(filter, in: order, after: after, limit: limit) }
      let found = Page { try tabled.candidacies(filter, in: order, after: after, limit: limit) }
      #expect(found == expected, "\(name)")
    }
    for limit in [nil, .max, history.dice.below(4)] {
      let days = history.dice.pick([0, 30, 400, 5000])
      #expect(
        try tabled.deadlines(within: days, limit: limit)
          == folded.deadlines(within: days, limit: limit), place)
      #expect(try tabled.pastDeadlines(limit: limit) == folded.pastDeadlines(limit: limit), place)
    }
    #expect(try tabled.pastDeadlineCount() == folded.pastDeadlineCount(), place)
    #expect(try tabled.counts() == folded.counts(), place)
    #expect(try tabled.statistics() == folded.statistics(), place)
    for code in state.frameworks.map(\.certification) {
      #expect(try tabled.statistics(of: code) == folded.statistics(of: code), place)
    }
    // Nothing of that was a reason to fold.
    #expect(tabled.usesTables == usesTables, place)
    return usesTables ? 1 : 0
  }
}

/// A page, or that the element to go on after is not in the list.
private struct Page: Equatable {
  var answers: [CandidacyAnswer]?
  var isToReview = false
  var hasLapsed = false
  var first: CandidacyState?

  init(_ page: () throws -> CandidacyPage) {
    guard let page = try? page() else { return }
    answers = page.answers
    (isToReview, hasLapsed, first) = (page.isToReview, page.hasLapsed, page.first)
  }
}
