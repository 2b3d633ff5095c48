import Testing

/// The naive model gives the answers that the scenarios expect of the program.
struct NaiveScenarioTests {
  @Test(
    .enabled(if: !NaiveScenario.shared.isEmpty, "../shared/scenarios is missing or empty"),
    arguments: NaiveScenario.shared)
  func `the naive model gives a shared scenario's answers`(file: NaiveScenario) throws {
    for difference in try file.differences() { Issue.record(Comment(rawValue: difference)) }
  }
}
