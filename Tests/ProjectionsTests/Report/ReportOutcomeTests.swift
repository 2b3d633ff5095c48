import Events
import Projections
import Testing

/// What a report counts of its period.
struct ReportOutcomeTests {
  /// As many persons beside `P1`, candidacies `C2` and on.
  private func story(_ count: Int, by pathway: Pathway = .continuingTraining) throws -> Story {
    var story = try Story(by: pathway)
    for number in 2..<(count + 2) {
      try story.enrol("C\(number)", "2018-01-01", candidate: "P\(number)", by: pathway)
    }
    return story
  }

  @Test func `a period is a month or a year that exists`() throws {
    let month = try #require(ReportPeriod(month: "2024-02"))
    #expect(month.firstDay.description == "2024-02-01")
    #expect(month.lastDay.description == "2024-02-29")
    #expect(month.description == "2024-02")
    let year = try #require(ReportPeriod(year: "2024"))
    #expect(year.firstDay.description == "2024-01-01")
    #expect(year.lastDay.description == "2024-12-31")
    #expect(year.description == "2024")
    for text in ["2024-13", "2024-00", "2024", "2024-2", "2024-02-01", "", "x"] {
      #expect(ReportPeriod(month: text) == nil)
    }
    for text in ["24", "0000", "2024-02", "", "x"] { #expect(ReportPeriod(year: text) == nil) }
  }

  @Test func `awards count in the month of their day, beside those of the year before`() throws {
    var story = try story(3)
    try story.award("2019-02-01")
    try story.award("2019-02-28", in: "C2")
    try story.award("2019-03-01", in: "C3")
    try story.award("2018-02-28", in: "C4")
    let awards = try story.report("2019-02", on: "2019-12-31").awards
    #expect(awards.certified == 2)
    #expect(awards.byMonth == [0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(awards.byMonthBefore == [0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(awards.sinceJanuary == 2 && awards.sinceJanuaryBefore == 1)
    let year = try story.report("2019").awards
    #expect(year.certified == 3 && year.sinceJanuary == 3)
  }

  @Test func `an award revoked by the day asked is left out, and one of a later day not known`()
    throws
  {
    var story = try Story()
    try story.award("2019-02-01")
    try story.revokeAward("2019-04-01")
    #expect(try story.report("2019-02", on: "2019-01-31").awards.certified == 0)
    #expect(try story.report("2019-02", on: "2019-03-31").awards.certified == 1)
    #expect(try story.report("2019-02", on: "2019-04-01").awards.certified == 0)
  }

  @Test func `the awards of a year are those that the statistics count`() throws {
    var story = try story(2)
    try story.changePathway(to: .experience, "2019-01-01")
    try story.award("2019-02-01")
    try story.award("2019-12-31", in: "C2")
    try story.award("2020-01-01", in: "C3")
    let awards = try story.report("2019", on: "2020-01-01").awards
    let line = try #require(try story.statistics("2020-01-01").first)
    #expect(awards.certified == line.certified)
    #expect(awards.byExperience == 1 && line.certifiedByExperience == 1)
    #expect(awards.byCertification.map(\.certification) == [story.certification])
  }

  @Test func `one certification is counted alone`() throws {
    var story = try Story()
    try story.validateAll("2019-02-01")
    try story.award("2019-02-01")
    try story.convene(jury: "J1", on: "2019-02-01")
    #expect(try story.report("2019", of: "3474").awards.certified == 1)
    let other = try story.report("2019", of: "RNCP38052")
    #expect(other.awards.certified == 0 && other.outcomes.isEmpty && other.sessions.isEmpty)
  }

  @Test func `presented are certified, partial, refused or fallen, and absent apart`() throws {
    var story = try story(5)
    try story.validateAll("2019-02-01")
    try story.award("2019-03-15")
    try story.validate(1, "2019-02-28", in: "C2")
    try story.refuse(2, "2019-02-28", by: "J1", in: "C2")
    try story.refuse(1, "2019-02-02", by: "J1", in: "C3")
    try story.miss("J1", "2019-02-02", in: "C4")
    try story.miss("J1", "2019-02-02", in: "C5")
    try story.refuse(1, "2019-02-03", by: "J1", in: "C5")
    try story.validate(1, "2019-03-01", in: "C6")
    let report = try story.report("2019-02", on: "2019-12-31")
    #expect(report.outcomes.figures == [4, 1, 1, 2, 0, 1])
    #expect(report.awards.certified == 0, "the award is of March")
    #expect(try story.report("2019-02").outcomes.figures == [4, 0, 2, 2, 0, 1])
    #expect(try story.report("2019-03").outcomes.figures == [1, 0, 1, 0, 0, 0])
  }

  @Test func `a decision that fell leaves the presentation, and one upheld stands`() throws {
    var story = try Story()
    try story.refuse(1, "2019-02-01")
    try story.appeal(1, "2019-02-10")
    #expect(try story.report("2019-02").outcomes.figures == [1, 0, 0, 1, 0, 0])
    var upheld = story
    try upheld.settle(1, "2019-03-01", .stands)
    #expect(
      try upheld.report("2019-02", on: "2019-03-01").outcomes.figures == [1, 0, 0, 1, 0, 0])
    try story.settle(1, "2019-03-01", .falls)
    #expect(
      try story.report("2019-02", on: "2019-03-01").outcomes.figures == [1, 0, 0, 0, 1, 0])
  }

  @Test func `a jury annulled presented no one, and noted no absence`() throws {
    var story = try story(1)
    try story.refuse(1, "2019-02-01")
    try story.miss("J1", "2019-02-01", in: "C2")
    try story.sit("2019-02-01")
    #expect(try story.report("2019-02").outcomes.figures == [1, 0, 0, 1, 0, 1])
    try story.annul(jury: "J1", "2019-02-20")
    let report = try story.report("2019-02")
    #expect(report.outcomes.isEmpty && report.sessions.isEmpty)
  }

  @Test func `only the jury that completed the certification certified`() throws {
    var story = try Story()
    try story.validate(1, "2019-02-01", by: "J1")
    for block in 2...story.blocks.count { try story.validate(block, "2019-06-01", by: "J2") }
    try story.award("2019-06-01")
    let report = try story.report("2019")
    #expect(
      report.sessions.map { $0.outcomes.figures } == [[1, 0, 1, 0, 0, 0], [1, 1, 0, 0, 0, 0]])
    #expect(report.sessions.map(\.jury.text) == ["J1", "J2"])
    #expect(report.firstPresentation == Share(0, of: 1))
  }

  @Test func `a jury that sat is listed although it met no one`() throws {
    var story = try Story()
    try story.convene(jury: "J1", on: "2019-02-01")
    #expect(try story.report("2019-02").sessions.isEmpty)
    try story.sit("2019-02-01")
    let session = try #require(try story.report("2019-02").sessions.first)
    #expect(session.outcomes.isEmpty && session.certification == story.certification)
    #expect(session.day.description == "2019-02-01")
    #expect(try story.report("2019-03").sessions.isEmpty)
  }

  @Test func `a pathway is that of the day of the presentation`() throws {
    var story = try Story()
    try story.refuse(1, "2019-02-01")
    try story.changePathway(to: .experience, "2019-02-02")
    try story.miss("J2", "2019-02-03")
    let pathways = try story.report("2019-02").pathways
    #expect(pathways.map(\.pathway) == [.continuingTraining, .experience])
    #expect(pathways.map { $0.outcomes.figures } == [[1, 0, 0, 1, 0, 0], [0, 0, 0, 0, 0, 1]])
  }
}
