import Events
import Projections
import Testing

/// What begins another standing of a candidacy by time alone, and what does not.
struct StandingTests {
  @Test func `a window that closes begins one, on the day after its last`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    #expect(
      try story.standings("2020-01-01") == [
        "2020-01-01 partiallyCertified open 2024-03-01", "2024-03-02 lapsed lapsed 2024-03-01",
      ])
    #expect(try story.standings("2024-03-02") == ["2024-03-02 lapsed lapsed 2024-03-01"])
  }

  @Test func `an extension moves that day, of every candidacy of the chain`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    try story.enrol("C2", "2020-01-01", completes: "C1")
    try story.extend("2025-06-30", "2020-02-01", in: "C2")
    #expect(
      try story.standings("2020-03-01", of: "C2") == [
        "2020-03-01 partiallyCertified open 2025-06-30", "2025-07-01 lapsed lapsed 2025-06-30",
      ])
    #expect(
      try story.standings("2020-03-01") == [
        "2020-03-01 continued open 2025-06-30", "2025-07-01 continued lapsed 2025-06-30",
      ])
  }

  @Test func `targets reached keep the status, and the window lapses still`() throws {
    var story = try Story(targets: [1])
    try story.validate(1, "2019-03-01")
    #expect(
      try story.standings("2020-01-01") == [
        "2020-01-01 partiallyCertified open 2024-03-01",
        "2024-03-02 partiallyCertified lapsed 2024-03-01",
      ])
  }

  @Test func `a block whose validity ends begins one, and the next held opens the window`() throws {
    var story = try Story("S")
    try story.extend("2030-01-31", "2019-01-01")
    try story.validate(1, "2019-03-01")
    try story.validate(2, "2020-03-01")
    #expect(
      try story.standings("2020-06-01") == [
        "2020-06-01 partiallyCertified open 2030-01-31",
        "2021-03-02 partiallyCertified open 2030-01-31",
        "2022-03-02 enrolled none -",
      ])
    #expect(
      try story.intervals("2020-06-01").map { $0.missing.map(\.text) }
        == [["SB3"], ["SB1", "SB3"], ["SB1", "SB2", "SB3"]])
  }

  @Test func `a validity that ends in the candidacy completed begins one`() throws {
    var story = try Story("S")
    try story.validate(1, "2019-03-01")
    try story.enrol("C2", "2019-06-01", completes: "C1")
    #expect(
      try story.standings("2019-07-01", of: "C2") == [
        "2019-07-01 partiallyCertified open 2020-03-01", "2020-03-02 lapsed lapsed 2020-03-01",
        "2021-03-02 enrolled none -",
      ])
  }

  @Test func `an award that rests on a block no longer valid is to review from that day`() throws {
    var story = try Story("S")
    try story.validateAll("2019-03-01")
    try story.award("2019-04-01")
    #expect(
      try story.intervals("2019-05-01").map { "\($0.from) \($0.isToReview)" }
        == ["2019-05-01 false", "2021-03-02 true"])
  }

  @Test func `silence on a dossier begins one after two months, and the decision is due no more`()
    throws
  {
    var story = try Story("RNCP38052", by: .experience)
    try story.submit(.admissibility, "2024-12-31")
    #expect(
      try story.standings("2025-01-01")
        == ["2025-01-01 enrolled none -", "2025-03-01 admissible none -"])
    #expect(
      try story.dues("2025-01-01")
        == ["2025-01-01 admissibilityDecision 2025-02-28", "2025-03-01"])
  }

  @Test func `a recevabilité that ends begins one`() throws {
    var story = try Story()
    try story.admit(true, "2019-01-01", until: "2020-02-29")
    #expect(
      try story.standings("2019-06-01")
        == ["2019-06-01 admissible none -", "2020-03-01 enrolled none -"])
    #expect(
      try story.dues("2019-06-01") == ["2019-06-01 admissibility 2020-02-29", "2020-03-01"])
  }

  @Test func `a declaration becomes late the day after three months, and stays due`() throws {
    var story = try Story()
    try story.award("2022-11-30")
    let intervals = try story.intervals("2022-12-01")
    #expect(
      intervals.map { "\($0.from) \($0.isLate) \($0.isOwed) \($0.declaration?.rawValue ?? "-")" }
        == ["2022-12-01 false true none", "2023-03-01 true true none"])
    let dues = "declaration 2023-02-28, surveySixMonths 2023-05-30, surveyTwoYears 2024-11-30"
    #expect(try story.dues("2022-12-01") == ["2022-12-01 \(dues)", "2023-03-01 \(dues)"])
    try story.deposit("F1", "2022-12-02")
    try story.answer("F1", .accepted, "2022-12-03")
    #expect(try story.intervals("2022-12-03").count == 1)
  }

  @Test func `an award settled long ago has one, without end`() throws {
    var story = try Story()
    try story.validateAll("2019-03-01")
    try story.award("2019-04-01")
    #expect(try story.standings("2026-01-01") == ["2026-01-01 certified completed 2024-03-01"])
  }

  @Test func `who died has no last day`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    try story.die("P1", "2019-04-01")
    #expect(try story.dues("2019-04-01") == ["2019-04-01", "2024-03-02"])
  }

  @Test func `a policy of a later day begins none; one in force on the opening day moves its end`()
    throws
  {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    try story.windowPolicy(1, from: "2021-01-01", "2019-04-01")
    #expect(
      try story.standings("2020-01-01") == [
        "2020-01-01 partiallyCertified open 2024-03-01", "2024-03-02 lapsed lapsed 2024-03-01",
      ])
    try story.windowPolicy(3, from: "2019-03-01", "2019-04-02")
    #expect(
      try story.standings("2020-01-01") == [
        "2020-01-01 partiallyCertified open 2022-03-01", "2022-03-02 lapsed lapsed 2022-03-01",
      ])
  }

  @Test func `a registration that ends or is suspended begins none; its last days are its own`()
    throws
  {
    var story = try Story("RNCP38052")
    let before = try story.standings("2026-02-01")
    try story.renew("2028-01-31", delivery: "2029-01-31", "2026-01-01")
    try story.record(
      "2026-01-02",
      .registrationSuspended(RegistrationSuspended(certification: story.certification)))
    #expect(try story.standings("2026-02-01") == before)
    #expect(before == ["2026-02-01 enrolled none -"])
    let state = story.ledger.log.state(
      on: try CalendarDate("2026-02-01"), known: story.ledger.end)
    #expect(
      state.registrationDues(of: story.certification).map { "\($0.kind.rawValue) \($0.lastDay)" }
        == ["registration 2028-01-31", "lastDelivery 2029-01-31"])
    #expect(state.registrationDues(of: try CertificationCode("none")).isEmpty)
  }

  @Test
  func `of a certification that is no longer known nothing is listed, as nothing is answered`()
    throws
  {
    var story = try Story()
    try story.award("2022-11-30")
    let entry = try #require(
      story.ledger.log.first { $0.event.fact.subjects == [.certification(story.certification)] })
    try story.annul(entry.event.id, "2022-12-01")
    let day = try CalendarDate("2022-12-01")
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    #expect(state.standings(of: try CandidacyID("C1"), from: day) == nil)
    #expect(try story.deadlines("2022-12-01", within: 1000).isEmpty)
    #expect(try story.past("2030-12-01").isEmpty)
  }

  @Test func `before the enrolment there is none`() throws {
    let story = try Story()
    let day = try CalendarDate("2017-12-31")
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    #expect(state.standings(of: try CandidacyID("C1"), from: day) == nil)
  }
}

extension Story {
  func intervals(_ day: String, of id: String = "C1") throws -> [Standing] {
    let day = try CalendarDate(day)
    let state = ledger.log.state(on: day, known: ledger.end)
    return try #require(state.standings(of: try CandidacyID(id), from: day)).intervals
  }

  /// The standings as text: first day, status, window, its last day.
  func standings(_ day: String, of id: String = "C1") throws -> [String] {
    try intervals(day, of: id).map { standing in
      let lastDay = standing.windowLastDay?.description ?? "-"
      return "\(standing.from) \(standing.status.rawValue) \(standing.window.rawValue) \(lastDay)"
    }
  }

  /// The standings as text: first day, then what has a last day, without windows.
  fileprivate func dues(_ day: String) throws -> [String] {
    try intervals(day).map { standing in
      let dues = standing.deadlines.filter { $0.kind != .completionWindow }
        .map { "\($0.kind.rawValue) \($0.lastDay)" }.joined(separator: ", ")
      return dues.isEmpty ? "\(standing.from)" : "\(standing.from) \(dues)"
    }
  }
}
