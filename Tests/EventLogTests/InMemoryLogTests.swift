import EventLog
import EventLogLaws
import Testing

@Suite struct InMemoryLogTests {
  @Test(arguments: LogLaw.all) func `a log in memory keeps the law`(_ law: LogLaw) throws {
    try law.check { try InMemoryLog(clock: $0, trust: $1) }
  }
}
