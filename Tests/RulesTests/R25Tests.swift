import Events
import Testing

/// R25: an extension names a completion window, open or lapsed, and a day later than its last.
@Suite struct R25Tests {
  private func breach(
    _ history: RuleHistory, until day: String, on occurredOn: String
  ) throws -> String? {
    try history.breach(of: 25, by: .extended(until: day), on: occurredOn)?.message.english
  }

  @Test func `R25 judges extensions, by the time that 3474 grants`() throws {
    try expect(
      25, judges: [.completionWindowExtended],
      source: ("3474, durée accordée pour compléter", "3474, time granted to complete"))
  }

  @Test func `an extension is to a day after the last, open or lapsed`() throws {
    var history = try RuleHistory.beforeJury()
    #expect(
      try breach(history, until: "2030-01-01", on: "2018-06-20")
        == "on 2018-06-20, D1 has no completion window to extend")
    try history.add(.validated(), on: "2018-06-20")
    #expect(
      try breach(history, until: "2023-06-20", on: "2019-01-07")
        == "the completion window of D1 runs to 2023-06-20 already")
    #expect(try breach(history, until: "2023-06-21", on: "2019-01-07") == nil)
    #expect(try breach(history, until: "2024-06-21", on: "2024-01-07") == nil)
    try history.add(.validated("T1-B2"), on: "2019-06-20")
    #expect(try breach(history, until: "2024-06-21", on: "2019-06-20") != nil)
  }

  @Test func `a window without limit is not extended`() throws {
    var history = try RuleHistory.beforeJury(.framework(window: nil))
    try history.add(.validated(), on: "2018-06-20")
    #expect(
      try breach(history, until: "2030-01-01", on: "2018-07-01")
        == "the completion window of D1 has no limit")
  }

  @Test func `R25 can be waived`() throws {
    let history = try RuleHistory.beforeJury()
    let fact = try Fact.extended(until: "2030-01-01")
    #expect(try history.waiver(of: 25, by: fact, on: "2018-06-20") == .recorded)
  }
}
