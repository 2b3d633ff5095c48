import EventLog
import Events
import Testing

@Suite struct LogFailureTests {
  @Test func `a failure about one event of a batch names its index, and its field if it has one`() {
    let failures: [(failure: LogFailure, field: String?)] = [
      (.notYet(index: 4), "occurredOn"), (.tooLongToMark(index: 4), nil),
      (.idTaken(index: 4, by: Position(1)), "id"), (.idTwice(index: 4, by: Position(1)), "id"),
      (.instantBack(index: 4), "recordedAt"), (.unknownEntry(index: 4), "data.event"),
      (.wrongSubjects(index: 4), "data.subjects"),
    ]
    for (failure, field) in failures {
      #expect(failure.index == 4, "\(failure)")
      #expect(failure.field == field, "\(failure)")
    }
  }

  @Test func `a failure about no event of a batch names none`() {
    for failure in [LogFailure.missing, .full, .notEmpty, .conditionFailed(by: Position(4))] {
      #expect(failure.index == nil && failure.field == nil, "\(failure)")
    }
  }
}
