import Events
import Testing

/// R07: a block is validated while the completion window is open.
@Suite struct R07Tests {
  private func closed(_ day: String) -> Breach {
    Breach(
      (
        "le délai de D1 pour compléter a pris fin le \(day.dayInWords)",
        "the completion window of D1 closed on \(day)"
      ),
      remedy: (
        "une prolongation (CompletionWindowExtended), ou une nouvelle candidature",
        "an extension (CompletionWindowExtended), or a new candidacy"
      ))
  }

  private func oneBlock(
    on day: String = "2018-06-20", _ framework: Fact? = nil
  ) throws -> RuleHistory {
    var history = try RuleHistory(framework)
    try history.add(.enrolled(), on: "2018-01-08")
    try history.add(.validated(), on: day)
    return history
  }

  @Test func `R07 judges validations and recognitions, by the time that 3474 grants`() throws {
    try expect(
      7, judges: [.blockValidated, .priorValidationRecognised],
      source: ("3474, durée accordée pour compléter", "3474, time granted to complete"))
  }

  @Test func `a validation on the window's last day is accepted, on the next day refused`() throws {
    let history = try oneBlock()
    #expect(try history.breach(of: 7, by: .validated("T1-B2"), on: "2023-06-20") == nil)
    #expect(
      try history.breach(of: 7, by: .validated("T1-B2"), on: "2023-06-21")
        == closed("2023-06-20"))
  }

  @Test func `a window opened on a leap day closes at the end of February`() throws {
    let history = try oneBlock(on: "2020-02-29")
    let second = try Fact.validated("T1-B2")
    #expect(try history.breach(of: 7, by: second, on: "2025-02-28") == nil)
    #expect(try history.breach(of: 7, by: second, on: "2025-03-01") == closed("2025-02-28"))
  }

  @Test func `a candidacy without a block has no window to close`() throws {
    var history = try RuleHistory()
    try history.add(.enrolled(), on: "2018-01-08")
    #expect(try history.breach(of: 7, by: .validated(), on: "2040-01-01") == nil)
  }

  @Test func `an extension moves the last day, from its own day on`() throws {
    var history = try oneBlock()
    try history.add(.extended(until: "2024-01-31"), on: "2023-06-30")
    let second = try Fact.validated("T1-B2")
    #expect(try history.breach(of: 7, by: second, on: "2023-06-29") == closed("2023-06-20"))
    #expect(try history.breach(of: 7, by: second, on: "2023-06-30") == nil)
    #expect(try history.breach(of: 7, by: second, on: "2024-01-31") == nil)
    #expect(try history.breach(of: 7, by: second, on: "2024-02-01") == closed("2024-01-31"))
  }

  @Test func `a framework without a limit never closes the window`() throws {
    let history = try oneBlock(on: "2018-06-20", .framework(window: nil))
    #expect(try history.breach(of: 7, by: .validated("T1-B2"), on: "2040-01-01") == nil)
  }

  @Test func `a candidacy that completes another shares its window`() throws {
    var history = try oneBlock()
    try history.add(.enrolled("D2", completes: "D1"), on: "2020-01-08")
    #expect(
      try history.breach(of: 7, by: .validated("T1-B2", of: "D2"), on: "2023-06-21")?.message
        .english == "the completion window of D2 closed on 2023-06-20")
  }

  @Test func `a refusal after the window is accepted`() throws {
    let history = try oneBlock()
    #expect(try history.breach(of: 7, by: .refused("T1-B2"), on: "2023-06-21") == nil)
  }

  @Test func `R07 can be waived`() throws {
    let history = try oneBlock()
    #expect(try history.waiver(of: 7, by: .validated("T1-B2"), on: "2023-06-21") == .recorded)
    #expect(try history.waiver(of: 7, by: .validated("T1-B2"), on: "2023-06-20") == .notNeeded)
  }

  @Test func `a recognition on the window's last day is accepted, on the next day refused`() throws
  {
    let history = try oneBlock()
    let fact = try Fact.recognised("T1-B2")
    #expect(try history.breach(of: 7, by: fact, on: "2023-06-20") == nil)
    #expect(try history.breach(of: 7, by: fact, on: "2023-06-21") == closed("2023-06-20"))
  }
}
