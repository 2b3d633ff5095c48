import Events
import Projections
import Testing

/// The fiche's table, from events.
struct StatisticsTests {
  /// Awards to as many persons on a day, those of `inSix` and `inTwo` in the occupation then, all
  /// employed.
  private func cohort(
    _ count: Int, _ year: Int, inSix: Int, inTwo: Int, in story: inout Story
  ) throws {
    for number in 1...count {
      let id = "Y\(year)-\(number)"
      try story.enrol(id, "2017-01-01", candidate: "P-\(id)")
      try story.award("\(year)-06-30", in: id)
      try story.survey(
        id, .sixMonths, employed: true, inOccupation: number <= inSix, "\(year)-12-30")
      try story.survey(
        id, .twoYears, employed: true, inOccupation: number <= inTwo, "\(year + 2)-06-30")
    }
  }

  @Test func `the fiche's lines of 2018 and 2019 follow from events`() throws {
    var story = try Story("RNCP38052")
    try cohort(15, 2019, inSix: 14, inTwo: 12, in: &story)
    try cohort(7, 2018, inSix: 7, inTwo: 7, in: &story)
    let framework = story.ledger.log.timeless(story.ledger.end).frameworks[story.certification]
    let published = try #require(framework?.registration.publishedStatistics)
    let lines = try story.statistics("2021-06-30")
    #expect(
      lines.map {
        [
          $0.year, $0.certified, $0.certifiedByExperience, $0.insertionSixMonths,
          $0.insertionOccupationSixMonths, $0.insertionOccupationTwoYears,
        ]
      } == [[2018, 7, 0, 100, 100, 100], [2019, 15, 0, 100, 93, 80]])
    #expect(
      lines.map { [$0.year, $0.certified, $0.certifiedByExperience] }
        == published.elements.map {
          [$0.year.value, $0.certified.value, $0.certifiedByExperience.value]
        })
    #expect(
      lines.map {
        [$0.insertionSixMonths, $0.insertionOccupationSixMonths, $0.insertionOccupationTwoYears]
      }
        == published.elements.map {
          [
            $0.insertionSixMonths.value, $0.insertionOccupationSixMonths.value,
            $0.insertionOccupationTwoYears.value,
          ]
        })
  }

  @Test func `lines are added up with their answers, not by the mean of their rates`() throws {
    var story = try Story("RNCP38052")
    try cohort(15, 2019, inSix: 14, inTwo: 12, in: &story)
    try cohort(7, 2018, inSix: 7, inTwo: 7, in: &story)
    let lines = try story.statistics("2021-06-30")
    let total = YearStatistics.total(of: lines, year: 0)
    #expect([total.certified, total.answeredSixMonths, total.answeredTwoYears] == [22, 22, 22])
    #expect(
      [
        total.insertionSixMonths, total.insertionOccupationSixMonths,
        total.insertionOccupationTwoYears,
      ] == [100, 95, 86])
    #expect(total.published == nil)
    #expect(YearStatistics.total(of: [YearStatistics](), year: 0).insertionSixMonths == nil)
    let figures = CertificationFigures(
      of: story.certification, years: lines, juries: [], on: try CalendarDate("2021-06-30"))
    #expect(figures.years.map(\.year) == [2018, 2019])
    #expect(figures.experienceShare == 0)
    #expect(figures.nextSession == nil)
  }

  @Test func `a rate is rounded half up`() throws {
    var story = try Story("RNCP38052")
    // 1 of 8 is 12.5 %, 3 of 8 is 37.5 %.
    try cohort(8, 2020, inSix: 1, inTwo: 3, in: &story)
    let line = try #require(try story.statistics("2022-06-30").last)
    #expect(line.insertionOccupationSixMonths == 13)
    #expect(line.insertionOccupationTwoYears == 38)
    // 1 of 3 is 33.3 %, 2 of 3 is 66.7 %.
    var other = try Story("RNCP38052")
    try cohort(3, 2020, inSix: 1, inTwo: 2, in: &other)
    let thirds = try #require(try other.statistics("2022-06-30").last)
    #expect(thirds.insertionOccupationSixMonths == 33)
    #expect(thirds.insertionOccupationTwoYears == 67)
  }

  @Test func `an award revoked is left out from the day it is, and its year with it`() throws {
    var story = try Story()
    try story.award("2019-02-01")
    try story.revokeAward("2020-01-01")
    #expect(try story.statistics("2019-01-31").isEmpty)
    #expect(try story.statistics("2019-12-31").map(\.year) == [2019])
    #expect(try story.statistics("2020-01-01").isEmpty)
    try story.award("2020-03-01")
    #expect(try story.statistics("2020-03-01").map(\.year) == [2020])
  }

  @Test func `a certification whose framework is annulled has no year, even with an award`() throws
  {
    var story = try Story()
    try story.award("2019-02-01")
    let registered = try #require(
      story.ledger.log.first {
        $0.event.fact.type == .certificationRegistered
          && $0.event.fact.subjects.contains(.certification(story.certification))
      })
    try story.annul(registered.event.id, "2020-01-01")
    #expect(try story.statistics("2020-01-01").isEmpty)
  }

  @Test func `only the awards of the certification asked count, those by VAE apart`() throws {
    var story = try Story()
    try story.award("2019-02-01")
    try story.enrol("C2", "2018-06-01", candidate: "P2", by: .experience)
    try story.award("2019-12-31", in: "C2")
    let line = try #require(try story.statistics("2019-12-31").first)
    #expect(line.certified == 2)
    #expect(line.certifiedByExperience == 1)
    let day = try CalendarDate("2019-12-31")
    let state = story.ledger.log.state(on: day, known: story.ledger.end)
    let other = state.statistics(of: try CertificationCode("RNCP38052"))
    #expect(other.map(\.year) == [2018, 2019])
    #expect(other.allSatisfy { $0.certified == 0 && $0.published != nil })
    #expect(state.statistics(of: try CertificationCode("unknown")).isEmpty)
  }

  @Test func `without answers a rate is nil, each survey on its own`() throws {
    var story = try Story()
    try story.award("2019-02-01")
    let none = try #require(try story.statistics("2019-02-01").first)
    #expect(none.insertionSixMonths == nil)
    #expect(none.insertionOccupationSixMonths == nil)
    #expect(none.insertionOccupationTwoYears == nil)
    try story.survey("C1", .sixMonths, employed: false, inOccupation: false, "2019-08-01")
    let six = try #require(try story.statistics("2019-08-01").first)
    #expect(six.insertionSixMonths == 0)
    #expect(six.insertionOccupationSixMonths == 0)
    #expect(six.insertionOccupationTwoYears == nil)
  }

  @Test func `the latest answer counts, by the day it was given`() throws {
    var story = try Story()
    try story.award("2019-02-01")
    try story.survey("C1", .sixMonths, employed: true, inOccupation: true, "2019-09-01")
    try story.survey("C1", .sixMonths, employed: false, inOccupation: false, "2019-08-01")
    #expect(try story.statistics("2019-08-31").first?.insertionSixMonths == 0)
    #expect(try story.statistics("2019-09-01").first?.insertionSixMonths == 100)
    #expect(try story.statistics("2019-09-01").first?.insertionOccupationSixMonths == 100)
  }

  @Test func `a year without awards has zeros, between the first and the last of any figure`()
    throws
  {
    var story = try Story("RNCP38052")
    try story.award("2021-03-01")
    let lines = try story.statistics("2022-01-01")
    #expect(lines.map(\.year) == [2018, 2019, 2020, 2021])
    #expect(lines.map(\.certified) == [0, 0, 0, 1])
    #expect(lines.map { $0.published?.certified.value } == [7, 15, nil, nil])
    #expect(lines[2].insertionSixMonths == nil)
    #expect(lines[0].json["published"]?["insertionOccupationTwoYears"] == 100)
    #expect(lines[3].json["published"] == .null)
  }

  @Test func `the base of a rate is who answered that survey`() throws {
    var story = try Story()
    try story.award("2019-02-01")
    try story.enrol("C2", "2018-06-01", candidate: "P2")
    try story.award("2019-12-31", in: "C2")
    try story.survey("C1", .sixMonths, employed: true, inOccupation: false, "2019-08-01")
    let line = try #require(try story.statistics("2022-01-01").first)
    #expect(line.answeredSixMonths == 1 && line.answeredTwoYears == 0)
    #expect(
      line.json["bases"] == [
        "insertionSixMonths": 1, "insertionOccupationSixMonths": 1,
        "insertionOccupationTwoYears": 0,
      ])
  }

  @Test func `an award counts by the pathway of its day`() throws {
    var story = try Story()
    try story.changePathway(to: .experience, "2019-01-01")
    try story.award("2019-02-01")
    #expect(try story.statistics("2019-02-01").map(\.certifiedByExperience) == [1])
    try story.changePathway(to: .individual, "2019-02-02")
    #expect(try story.statistics("2019-02-02").map(\.certifiedByExperience) == [1])
  }
}
