package import Events

/// What was recorded of a candidate's selection and positioning before training, as the rules on
/// selection (R10) and on hours of training (R18) read it.
package struct SelectionRecord: Sendable {
  /// The prerequisites found satisfied.
  package private(set) var prerequisites: [CandidacyRecord.Dated<PrerequisiteCode>] = []
  /// When an entry test was passed.
  package private(set) var testsPassed: [Moment] = []
  /// The interviews with a favourable outcome, each with the bodies that took part.
  package private(set) var interviews: [CandidacyRecord.Dated<[InterviewingBody]>] = []
  /// Whether a positioning test adapted the path: fewer hours are enough.
  package private(set) var isPathAdapted = false

  package init() {}

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

  mutating func position(_ data: PositioningTestTaken) {
    if data.adjusted { isPathAdapted = true }
  }
}
