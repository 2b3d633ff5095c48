import Events
import Projections
import Testing

/// What a report lists to be done on the day asked, whatever its period.
struct ReportTaskTests {
  @Test func `a window is listed within 90 days of its last day, with what is missing`() throws {
    var story = try Story()
    for block in 2...story.blocks.count { try story.validate(block, "2019-03-01") }
    #expect(try story.report("2020", on: "2023-12-01").closingWindows.isEmpty)
    let window = try #require(try story.report("2020", on: "2023-12-02").closingWindows.first)
    #expect(window.daysLeft == 90 && window.lastDay.description == "2024-03-01")
    #expect(window.missing == [story.blocks[0]])
    #expect(window.candidate.text == "P1" && window.candidacy.text == "C1")
    #expect(window.nextSession == nil)
    #expect(try story.report("2020", on: "2024-03-02").closingWindows.isEmpty)
  }

  @Test func `the next session is the first up to the last day, of a jury that decides`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    func next(_ story: Story) throws -> String? {
      try story.report("2024", on: "2024-02-01").closingWindows.first?.nextSession?.jury.text
    }
    try story.convene(jury: "PAST", on: "2024-01-30", to: "2024-01-31")
    try story.convene(jury: "LATE", on: "2024-03-02")
    try story.convene(jury: "OTHER", for: "RNCP38052", on: "2024-02-05")
    #expect(try next(story) == nil)
    try story.convene(jury: "LAST", on: "2024-03-01")
    #expect(try next(story) == "LAST")
    try story.convene(jury: "RUNNING", on: "2024-01-31", to: "2024-02-01")
    #expect(try next(story) == "RUNNING")
    try story.annul(jury: "RUNNING", "2024-02-01")
    #expect(try next(story) == "LAST")
    try story.record(
      "2024-01-01", .juryCancelled(JuryCancelled(jury: try JuryID("LAST"))))
    #expect(try next(story) == nil)
  }

  @Test func `declarations count by their answer, and the late ones besides`() throws {
    var story = try Story()
    // Due on 2022-04-15.
    try story.award("2022-01-15")
    func figures(_ day: String, _ story: Story) throws -> [Int] {
      let declarations = try story.report("2022", on: day).declarations
      return [
        declarations.due, declarations.deposited, declarations.rejected, declarations.late,
        declarations.holders.count,
      ]
    }
    #expect(try figures("2022-02-28", story) == [0, 0, 0, 0, 1], "the horizon is 31 March")
    #expect(try figures("2022-03-01", story) == [1, 0, 0, 0, 1], "the horizon is 30 April")
    #expect(try figures("2022-04-15", story) == [1, 0, 0, 0, 1])
    #expect(try figures("2022-04-16", story) == [0, 0, 0, 1, 1])
    try story.deposit("F1", "2022-03-02")
    #expect(try figures("2022-03-02", story) == [0, 1, 0, 0, 1])
    #expect(try figures("2022-04-16", story) == [0, 1, 0, 1, 1])
    try story.answer("F1", .rejected, "2022-03-03")
    #expect(try figures("2022-03-03", story) == [0, 0, 1, 0, 1])
    var dead = story
    try dead.die("P1", "2022-03-03")
    #expect(try figures("2022-03-03", dead) == [0, 0, 0, 0, 0])
    try story.answer("F1", .accepted, "2022-03-04")
    #expect(try figures("2022-03-04", story) == [0, 0, 0, 0, 0])
    #expect(
      try story.report("2022", on: "2022-12-31").declarations.horizon.description == "2023-01-31")
  }

  @Test func `what VAE owes is counted until it is done, and how much of it is overdue`() throws {
    var story = try Story("RNCP38052", by: .experience)
    try story.submit(.admissibility, "2024-01-10")
    func figures(_ day: String, _ story: Story) throws -> [Int] {
      let owed = try story.report("2024", on: day).experience
      return [
        owed.admissibilityDecisions, owed.sessions, owed.sessionsOverdue, owed.notifications,
        owed.notificationsOverdue,
      ]
    }
    #expect(try figures("2024-03-10", story) == [1, 0, 0, 0, 0])
    #expect(try figures("2024-03-11", story) == [0, 0, 0, 0, 0], "silence admits")
    try story.submit(.validation, "2024-03-12")
    #expect(try figures("2024-06-30", story) == [0, 1, 0, 0, 0])
    #expect(try figures("2024-07-01", story) == [0, 1, 1, 0, 0])
    try story.refuse(1, "2024-07-02")
    #expect(try figures("2024-07-17", story) == [0, 1, 1, 1, 0])
    #expect(try figures("2024-07-18", story) == [0, 1, 1, 1, 1])
  }

  @Test func `a registration is listed for a year before and after its end`() throws {
    let story = try Story("RNCP38052")
    func lines(_ day: String) throws -> [Int] {
      try story.report("2026", on: day, of: "RNCP38052").registrations
        .filter { $0.kind == .registration }.map(\.daysLeft)
    }
    #expect(try lines("2025-09-19") == [])
    #expect(try lines("2025-09-20") == [365])
    #expect(try lines("2026-09-20") == [0])
    #expect(try lines("2026-09-21") == [-1])
    #expect(try lines("2027-09-20") == [-365])
    #expect(try lines("2027-09-21") == [])
    #expect(try story.report("2026", on: "2026-09-20", of: "3474").registrations.isEmpty)
  }

  @Test func `a survey is to be sent by the end of next month, then past`() throws {
    var story = try Story()
    // Six months later 2019-08-01, two years later 2021-02-01.
    try story.award("2019-02-01")
    func figures(_ day: String) throws -> [Int] {
      let surveys = try story.report("2019", on: day).surveys
      return [surveys.sixMonths, surveys.sixMonthsPast, surveys.twoYears, surveys.twoYearsPast]
    }
    #expect(try figures("2019-06-30") == [0, 0, 0, 0])
    #expect(try figures("2019-07-01") == [1, 0, 0, 0])
    #expect(try figures("2019-08-02") == [0, 1, 0, 0])
    #expect(try figures("2021-02-01") == [0, 1, 1, 0])
    #expect(try figures("2021-02-02") == [0, 1, 0, 1])
  }

  @Test func `a report holds no text, and its bytes follow from its figures alone`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    let first = try story.report("2019", on: "2023-12-31")
    #expect(
      try first.json.canonicalBytes == story.report("2019", on: "2023-12-31").json.canonicalBytes)
    #expect(
      first.json["closingWindows"]
        == .list([
          [
            "candidacy": "C1", "candidate": "P1", "certification": "3474", "lastDay": "2024-03-01",
            "daysLeft": 61,
            "missing": .list(story.blocks.dropFirst().map { .string($0.text) }),
            "nextSession": .null,
          ]
        ]))
    #expect(first.json["firstPresentation"] == ["count": 0, "base": 1, "percent": 0])
    #expect(try story.report("2018").json["firstPresentation"]?["percent"] == .null)
  }
}
