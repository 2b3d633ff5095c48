package import Events

/// The facts about a candidate's selection before training, for the rule on it (R10).
package struct SelectionRecord: Sendable {
  /// The prerequisites satisfied, in fold order.
  package private(set) var prerequisites: [CandidacyRecord.Dated<PrerequisiteCode>] = []
  /// The entry tests passed, in fold order.
  package private(set) var testsPassed: [Moment] = []
  /// The favourable interviews, each with the bodies that took part, in fold order.
  package private(set) var interviews: [CandidacyRecord.Dated<[InterviewingBody]>] = []

  package init() {}

  /// - Parameter events: those of one candidacy; others than its selection are ignored.
  package init(_ events: [Envelope]) {
    for envelope in events.inFoldOrder {
      let moment = Moment(envelope)
      if case .prerequisiteVerified(let data) = envelope.event.fact {
        verify(data, moment)
      } else if case .selectionTestTaken(let data) = envelope.event.fact {
        test(data, moment)
      } else if case .selectionInterviewHeld(let data) = envelope.event.fact {
        interview(data, moment)
      }
    }
  }

  mutating func verify(_ data: PrerequisiteVerified, _ moment: Moment) {
    if data.satisfied { prerequisites.append(.init(value: data.prerequisite, moment: moment)) }
  }

  mutating func test(_ data: SelectionTestTaken, _ moment: Moment) {
    if data.passed { testsPassed.append(moment) }
  }

  mutating func interview(_ data: SelectionInterviewHeld, _ moment: Moment) {
    if data.favourable {
      interviews.append(.init(value: data.interviewers.elements, moment: moment))
    }
  }
}
