import Events
import Projections
import Testing

/// What the law asks for on the VAE pathway of an RNCP certification, as deadlines.
struct ExperienceDeadlineTests {
  /// `C1` on `RNCP38052`, by VAE.
  private func experience() throws -> Story {
    var story = try Story("RNCP38052")
    try story.changePathway(to: .experience, "2018-01-02")
    return story
  }

  private func without(_ kind: String, _ lines: [String]) -> [String] {
    lines.filter { !$0.contains("certification:") && !$0.hasPrefix(kind) }
  }

  @Test func `a decision is due two months after an admissibility dossier, then silence decides`()
    throws
  {
    var story = try experience()
    try story.submit(.admissibility, "2024-12-31")
    let line = "admissibilityDecision candidacy:C1 2025-02-28"
    #expect(try story.deadlines("2025-02-27", within: 1) == [line + " 1"])
    #expect(try story.deadlines("2025-02-28", within: 1) == [line + " 0"])
    #expect(try story.deadlines("2025-03-01", within: 1).isEmpty)
    #expect(try story.past("2025-03-01").isEmpty)
    try story.admit(true, "2024-12-31")
    #expect(try story.deadlines("2025-02-28", within: 1).isEmpty)
  }

  @Test func `a session is due by the end of the third calendar month after the dossier`() throws {
    var story = try experience()
    try story.submit(.validation, "2024-11-01")
    let line = "session candidacy:C1 2025-02-28"
    #expect(try story.deadlines("2025-02-28", within: 1) == [line + " 0"])
    #expect(try story.past("2025-03-01") == [line + " -1"])
    try story.sit("2024-12-01")
    #expect(try story.past("2025-03-01") == [line + " -1"])
    try story.summon("2024-11-15")
    #expect(try story.past("2025-03-01").isEmpty)
    var withdrawn = try experience()
    try withdrawn.submit(.validation, "2024-11-01")
    try withdrawn.withdraw("C1", "2024-11-02")
    #expect(try withdrawn.past("2025-03-01").isEmpty)
  }

  @Test func `a result is to be sent within fifteen days of the last decision`() throws {
    var story = try experience()
    try story.refuse(1, "2024-03-01")
    try story.refuse(2, "2024-03-02")
    let line = "notification candidacy:C1 2024-03-17"
    #expect(try story.deadlines("2024-03-17", within: 1) == [line + " 0"])
    #expect(try story.past("2024-03-18") == [line + " -1"])
    var annulled = story
    try annulled.annul(jury: "J1", "2024-03-05")
    #expect(try annulled.past("2024-03-18").isEmpty)
    try story.notify("2024-03-01")
    #expect(try story.past("2024-03-18") == [line + " -1"])
    try story.notify("2024-03-02")
    #expect(try story.past("2024-03-18").isEmpty)
  }

  @Test func `nothing is asked for before 2024, on another pathway, or outside the RNCP`() throws {
    func submitted(_ story: Story, _ day: String) throws -> [String] {
      var story = story
      try story.submit(.admissibility, day)
      try story.submit(.validation, day)
      try story.refuse(1, day)
      return without("registration", try story.deadlines(day, within: 200))
    }
    #expect(try submitted(experience(), "2024-01-01").count == 3)
    #expect(try submitted(experience(), "2023-12-31").isEmpty)
    #expect(try submitted(Story("RNCP38052"), "2024-01-01").isEmpty)
    var other = try Story()
    try other.changePathway(to: .experience, "2018-01-02")
    #expect(try submitted(other, "2024-01-01").isEmpty)
  }
}
