internal import Events
internal import Projections

/// What the rules ask of a candidacy beside what is derived from it: selection, positioning, partial
/// certificates.
struct CaseFile: Sendable {
  /// An appeal against a jury's decision on a block.
  struct Appeal: Hashable {
    let jury: JuryID
    let block: BlockCode
  }

  /// When each prerequisite was found satisfied.
  var prerequisites: [(code: PrerequisiteCode, moment: Moment)] = []
  /// When an entry test was passed.
  var testsPassed: [Moment] = []
  /// When an interview was favourable, and who sat.
  var interviews: [(interviewers: [InterviewingBody], moment: Moment)] = []
  /// Whether a positioning test adapted the path.
  var isAdjusted = false
  /// The partial certificates that stand, with their blocks.
  var partials: [CertificateNumber: [BlockCode]] = [:]
  /// The appeals not decided yet.
  var pendingAppeals: Set<Appeal> = []
  /// The day of the earliest fact.
  var firstDay: CalendarDate?

  mutating func apply(_ fact: Fact, _ moment: Moment) {
    firstDay = min(firstDay ?? moment.day, moment.day)
    if case .prerequisiteVerified(let data) = fact, data.satisfied {
      prerequisites.append((data.prerequisite, moment))
    } else if case .selectionTestTaken(let data) = fact, data.passed {
      testsPassed.append(moment)
    } else if case .selectionInterviewHeld(let data) = fact, data.favourable {
      interviews.append((data.interviewers.elements, moment))
    } else if case .positioningTestTaken(let data) = fact {
      isAdjusted = isAdjusted || data.adjusted
    } else if case .decisionAppealed(let data) = fact {
      pendingAppeals.insert(Appeal(jury: data.jury, block: data.block))
    } else if case .appealDecided(let data) = fact {
      pendingAppeals.remove(Appeal(jury: data.jury, block: data.block))
    } else if case .partialCertificateIssued(let data) = fact {
      partials[data.number] = data.blocks.elements
    } else if case .certificateReissued(let data) = fact, let blocks = partials[data.replaces] {
      partials[data.replaces] = nil
      partials[data.number] = blocks
    }
  }
}
