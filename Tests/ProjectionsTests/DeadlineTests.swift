import Events
import Projections
import Testing

/// What ends soon. `3474` has no registration end; `RNCP38052`'s is 2026-09-20.
struct DeadlineTests {
  @Test func `a window is listed through its last day, and no more the day after`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    #expect(try story.deadlines("2024-02-19", within: 10).isEmpty)
    #expect(
      try story.deadlines("2024-02-20", within: 10)
        == ["completionWindow candidacy:C1 2024-03-01 10"])
    #expect(
      try story.deadlines("2024-03-01", within: 0)
        == ["completionWindow candidacy:C1 2024-03-01 0"])
    #expect(try story.deadlines("2024-03-02", within: 10).isEmpty)
  }

  @Test func `of a chain only the last candidacy is listed, whatever its status`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    try story.enrol("C2", "2020-01-01", completes: "C1")
    try story.withdraw("C2", "2021-01-01")
    #expect(
      try story.deadlines("2020-12-31", within: 2000)
        .filter { $0.contains("candidacy:") } == ["completionWindow candidacy:C2 2024-03-01 1156"])
    #expect(
      try story.deadlines("2021-01-01", within: 2000)
        .filter { $0.contains("candidacy:") } == ["completionWindow candidacy:C2 2024-03-01 1155"])
  }

  @Test func `a window is listed with its targets reached, withdrawn or inadmissible`() throws {
    let line = "completionWindow candidacy:C1 2024-03-01 "
    var reached = try Story(targets: [1])
    try reached.validate(1, "2019-03-01")
    #expect(try reached.deadlines("2024-03-01", within: 1) == [line + "0"])
    var withdrawn = try Story()
    try withdrawn.validate(1, "2019-03-01")
    try withdrawn.withdraw("C1", "2019-04-01")
    #expect(try withdrawn.deadlines("2024-02-29", within: 1) == [line + "1"])
    try withdrawn.admit(false, "2019-05-01")
    #expect(try withdrawn.deadlines("2024-02-29", within: 1) == [line + "1"])
  }

  @Test func `who died is named in no deadline from that day on`() throws {
    var story = try Story()
    try story.validate(1, "2019-03-01")
    try story.enrol("C2", "2020-01-01", candidate: "P2")
    try story.award("2022-01-15", in: "C2")
    try story.die("P1", "2022-02-01")
    try story.die("P2", "2022-02-02")
    #expect(try story.deadlines("2022-01-31", within: 1000).count == 2)
    #expect(try story.deadlines("2022-02-01", within: 1000).count == 1)
    #expect(try story.deadlines("2022-02-02", within: 1000).isEmpty)
    #expect(try story.past("2030-01-01").isEmpty)
    #expect(try story.surveys("2030-01-01", within: 1).past.isEmpty)
  }

  @Test func `an admissibility is listed while valid and still of use`() throws {
    var story = try Story()
    try story.admit(true, "2019-01-01", until: "2020-02-29")
    let line = "admissibility candidacy:C1 2020-02-29"
    #expect(try story.deadlines("2020-02-29", within: 0) == [line + " 0"])
    #expect(try story.deadlines("2020-03-01", within: 30).isEmpty)
    var refused = story
    try refused.refuse(1, "2019-06-01")
    #expect(try refused.deadlines("2020-02-28", within: 1) == [line + " 1"])
    var complete = story
    try complete.validateAll("2019-06-01")
    #expect(try complete.deadlines("2020-02-28", within: 1).isEmpty)
    var withdrawn = story
    try withdrawn.withdraw("C1", "2019-06-01")
    #expect(try withdrawn.deadlines("2020-02-28", within: 1).isEmpty)
    try story.admit(false, "2019-06-01", until: "2020-02-29")
    #expect(try story.deadlines("2020-02-28", within: 1).isEmpty)
  }

  @Test func `a registration ends on its last day, itself in`() throws {
    let story = try Story("RNCP38052")
    let line = "registration certification:RNCP38052 2026-09-20"
    #expect(try story.deadlines("2026-09-10", within: 10) == [line + " 10"])
    #expect(try story.deadlines("2026-09-20", within: 10) == [line + " 0"])
    #expect(try story.deadlines("2026-09-21", within: 10).isEmpty)
  }

  @Test func `a renewal replaces both days, on its own day`() throws {
    var story = try Story("RNCP38052")
    try story.renew("2028-01-31", delivery: "2029-01-31", "2026-01-01")
    try story.renew("2030-01-31", "2027-01-01")
    let first = try #require(try story.registration("2025-12-31"))
    #expect(first.lastEnrolmentDay?.description == "2026-09-20")
    #expect(first.lastDeliveryDay == nil)
    let renewed = try #require(try story.registration("2026-01-01"))
    #expect(renewed.lastEnrolmentDay?.description == "2028-01-31")
    #expect(renewed.lastDeliveryDay?.description == "2029-01-31")
    #expect(
      try story.deadlines("2026-12-31", within: 1000) == [
        "registration certification:RNCP38052 2028-01-31 396",
        "lastDelivery certification:RNCP38052 2029-01-31 762",
      ])
    let again = try #require(try story.registration("2027-01-01"))
    #expect(again.lastEnrolmentDay?.description == "2030-01-31")
    #expect(again.lastDeliveryDay == nil)
    #expect(again.position == story.ledger.end)
  }

  @Test func `a withdrawal ends enrolment after its day, until a renewal`() throws {
    var story = try Story("RNCP38052")
    try story.renew("2028-01-31", delivery: "2029-01-31", "2020-01-01")
    try story.withdrawCertification("2021-01-01")
    try story.withdrawCertification(delivery: "2022-06-30", "2021-02-01")
    try story.renew("2030-01-31", "2023-01-01")
    let silent = try #require(try story.registration("2021-01-01"))
    #expect(silent.lastEnrolmentDay?.description == "2021-01-01")
    #expect(silent.lastDeliveryDay?.description == "2029-01-31")
    let stated = try #require(try story.registration("2022-01-01"))
    #expect(stated.lastEnrolmentDay?.description == "2021-01-01")
    #expect(stated.lastDeliveryDay?.description == "2022-06-30")
    #expect(
      try story.deadlines("2021-01-01", within: 10)
        == ["registration certification:RNCP38052 2021-01-01 0"])
    let renewed = try #require(try story.registration("2023-01-01"))
    #expect(renewed.lastEnrolmentDay?.description == "2030-01-31")
    #expect(try story.registration("2023-01-01")?.lastDeliveryDay == nil)
  }

  @Test func `a declaration is listed until accepted; once late it is listed apart`() throws {
    var story = try Story()
    try story.award("2022-01-15")
    try story.deposit("F1", "2022-02-01")
    try story.answer("F1", .rejected, "2022-02-03")
    try story.answer("F1", .accepted, "2022-05-01")
    let line = "declaration candidacy:C1 2022-04-15"
    #expect(try story.deadlines("2022-02-01", within: 72).isEmpty)
    #expect(try story.deadlines("2022-02-01", within: 73) == [line + " 73"])
    #expect(try story.deadlines("2022-04-15", within: 0) == [line + " 0"])
    #expect(try story.past("2022-04-15").isEmpty)
    #expect(try story.deadlines("2022-04-25", within: 90).isEmpty)
    #expect(try story.past("2022-04-25") == [line + " -10"])
    #expect(try story.past("2022-05-01").isEmpty)
  }

  @Test func `an award before July 2021 has no declaration to make`() throws {
    var story = try Story()
    try story.award("2021-06-30")
    #expect(try story.deadlines("2021-07-01", within: 90).isEmpty)
    #expect(try story.past("2030-01-01").isEmpty)
  }

  @Test func `surveys are to be sent six months and two years after an award, until answered`()
    throws
  {
    var story = try Story()
    try story.award("2022-08-31")
    let six = "surveySixMonths candidacy:C1 2023-02-28"
    let two = "surveyTwoYears candidacy:C1 2024-08-31"
    #expect(try story.surveys("2023-02-28", within: 10).toCome == [six + " 0"])
    #expect(try story.surveys("2023-03-01", within: 10).past == [six + " -1"])
    #expect(try story.surveys("2024-08-21", within: 10).toCome == [two + " 10"])
    #expect(try story.surveys("2024-09-01", within: 10).past == [two + " -1", six + " -551"])
    try story.survey("C1", .sixMonths, employed: true, inOccupation: true, "2023-03-01")
    #expect(try story.surveys("2024-09-01", within: 10).past == [two + " -1"])
    try story.revokeAward("2024-09-02")
    #expect(try story.surveys("2024-09-02", within: 10).past.isEmpty)
  }

  @Test func `deadlines are listed by last day, then by the subject's text`() throws {
    var story = try Story("RNCP38052")
    try story.award("2026-06-20")
    for id in ["C10", "C2"] {
      try story.enrol(id, "2020-01-01", candidate: id)
      try story.validate(1, "2021-09-20", in: id)
    }
    try story.enrol("C3", "2020-01-01", candidate: "C3")
    try story.validate(1, "2021-09-19", in: "C3")
    #expect(
      try story.deadlines("2026-09-19", within: 1) == [
        "completionWindow candidacy:C3 2026-09-19 0",
        "declaration candidacy:C1 2026-09-20 1",
        "completionWindow candidacy:C10 2026-09-20 1",
        "completionWindow candidacy:C2 2026-09-20 1",
        "registration certification:RNCP38052 2026-09-20 1",
      ])
  }
}
