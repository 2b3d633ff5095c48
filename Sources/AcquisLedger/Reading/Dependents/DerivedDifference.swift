internal import EventLog
internal import Events
internal import Projections
internal import Rules

/// What is derived otherwise once entries are annulled: states and findings that come.
///
/// Equal, for what it lists, to the difference of two whole readings (``KnowledgeComparison``).
struct DerivedDifference {
  /// The candidacies that differ, by id.
  private(set) var candidacies: [ChangedCandidacy] = []
  /// The findings that come, or say something else; breaches before notices, by position.
  private(set) var findings: [Finding] = []
  /// Those among the findings that were found of another entry before, in the same words: what the last of
  /// several entries breaks moves to the one before it.
  private(set) var moved: Set<Finding> = []
  /// The entries that are newly to review.
  private(set) var toReview: Set<Position> = []

  /// How many events a fold of the whole log judges in the time in which one entry is judged by subject.
  private static var eventsFoldedPerRead: Int64 { 16 }

  init(_ annulled: [Envelope], in prospect: ProspectiveLog, on day: CalendarDate) throws {
    let (before, after) = (prospect.recorded, try prospect.head().last)
    let touched = try TouchedCandidacies(prospect.added, known: after, in: prospect)
    if touched.isOfEveryCandidacy {
      try compareAll(before, after, in: prospect, on: day)
    } else {
      try compare(touched, before, after, in: prospect, on: day)
    }
    for changed in candidacies {
      let old = Set(
        changed.before?.toReview.map { [$0.position.number, Int64($0.rule.number)] } ?? [])
      for item in changed.after?.toReview ?? []
      where !old.contains([item.position.number, Int64(item.rule.number)]) {
        toReview.insert(item.position)
      }
    }
  }

  private mutating func compareAll(
    _ before: Position, _ after: Position, in prospect: ProspectiveLog, on day: CalendarDate
  ) throws {
    let folds = try TwoFolds(
      on: day, from: before, to: after, in: prospect, isJudged: true, progress: { _ in })
    candidacies = LedgerComparison(folds.before.state, folds.after.state, on: day).candidacies
    keep(Array(folds.before.findings.values), Array(folds.after.findings.values))
  }

  private mutating func compare(
    _ touched: TouchedCandidacies, _ before: Position, _ after: Position,
    in prospect: ProspectiveLog, on day: CalendarDate
  ) throws {
    for id in touched.all.sorted() {
      let old = try CandidacyHistory(of: id, known: before, in: prospect).state(on: day)
      let new = try CandidacyHistory(of: id, known: after, in: prospect).state(on: day)
      if let changed = ChangedCandidacy(old, new, on: day) { candidacies.append(changed) }
    }
    let positions = try Self.entries(around: touched, known: after, in: prospect)
    if Int64(positions.count) * Self.eventsFoldedPerRead < after.number {
      keep(
        try prospect.findings(at: positions, on: day, known: before),
        try prospect.findings(at: positions, on: day, known: after))
    } else {
      keep(
        try prospect.findings(on: day, known: before), try prospect.findings(on: day, known: after))
    }
  }

  private mutating func keep(_ before: [Finding], _ after: [Finding]) {
    let old = Set(before)
    findings = after.filter { !old.contains($0) }.eachOnce
    let gone = old.subtracting(after)
    moved = Set(
      findings.filter { new in gone.contains { $0.rule == new.rule && $0.message == new.message } })
  }

  /// The positions of every entry that a rule judges by the candidacies touched, by their persons, or by the
  /// subjects of the entries added; up to the end of the log underneath.
  private static func entries(
    around touched: TouchedCandidacies, known: Position, in prospect: ProspectiveLog
  ) throws -> [Position] {
    var subjects: Set<Subject> = []
    var persons: Set<CandidateID> = []
    for envelope in prospect.added {
      for subject in envelope.event.fact.subjects {
        switch subject {
        case .candidate(let id): persons.insert(id)
        case .jury where !envelope.event.fact.candidacies.isEmpty: break
        case .candidacy, .jury, .certificate: subjects.insert(subject)
        case .certification, .certifier, .member: break
        }
      }
    }
    for id in touched.all {
      subjects.insert(.candidacy(id))
      if let enrolment = try prospect.enrolment(of: id, known: known) {
        persons.insert(enrolment.candidate)
      }
    }
    for person in persons.sorted() {
      var boundary = ConsistencyBoundary(of: prospect, known: known)
      for id in try boundary.readIDs(of: person) { subjects.insert(.candidate(id)) }
      for enrolment in boundary.inFoldOrder.compactMap(\.event.fact.enrolled) {
        subjects.insert(.candidacy(enrolment.candidacy))
      }
    }
    var positions: Set<Position> = []
    for subject in subjects.sorted() {
      for envelope in try prospect.events(EventQuery(subjects: [subject], through: known))
      where envelope.event.fact.type != .eventAnnulled {
        positions.insert(envelope.position)
      }
    }
    return positions.sorted()
  }
}
