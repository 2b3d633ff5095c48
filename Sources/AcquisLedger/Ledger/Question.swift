public import EventLog
public import Events
public import Projections
public import Rules

/// What every question is put to: a log, a day, and a state of knowledge.
///
/// The answer depends on nothing else: no clock, no file beside the log. What concerns one candidacy,
/// person or jury is read by subject, a handful of index reads; what concerns all is one fold of the
/// whole log (``replay(checksHashes:progress:)``).
public struct Question: Sendable {
  /// The log.
  public let log: any EventLog
  /// The day asked.
  public let on: CalendarDate
  /// The last position known.
  public let known: Position

  public init(log: any EventLog, on: CalendarDate, known: Position) {
    self.log = log
    self.on = on
    self.known = known
  }

  /// Where a candidacy is on the day; nil before its enrolment, and where nothing known names it.
  public func status(of candidacy: CandidacyID) throws -> CandidacyAnswer? {
    try CandidacyHistory(of: candidacy, known: known, in: log).state(on: on).map {
      CandidacyAnswer(on: on, known: known, state: $0)
    }
  }

  /// What each event of a candidacy changed, up to the day, in fold order.
  public func timeline(of candidacy: CandidacyID) throws -> [TimelineEntry] {
    try CandidacyHistory(of: candidacy, known: known, in: log).timeline.filter { $0.day <= on }
  }

  /// A person's ids and candidacies; nil where nothing known names this id.
  public func person(_ candidate: CandidateID) throws -> PersonHistory? {
    try PersonHistory(of: candidate, known: known, in: log)
  }

  /// A jury's register on the day; nil before it is convened, and where nothing known names it.
  public func register(of jury: JuryID) throws -> JuryAnswer? {
    try log.register(of: jury, on: on, known: known).map {
      JuryAnswer(on: on, known: known, state: $0)
    }
  }

  /// Everything folded up to the day.
  ///
  /// - Parameters:
  ///   - checksHashes: whether each event is held against its hash: for a digest.
  ///   - progress: called now and then with the number of events folded.
  public func replay(
    checksHashes: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws -> Replay {
    try Replay(on: on, known: known, in: log, checksHashes: checksHashes, progress: progress)
  }

  /// Every rule that the entries known break, and what time alone has broken by the day.
  public func findings(progress: (Int) -> Void = { _ in }) throws -> [Finding] {
    try log.findings(on: on, known: known, progress: progress)
  }
}

extension Ledger {
  /// A question about a day, by all that is known or was at a position.
  ///
  /// - Parameters:
  ///   - day: nil: today in Paris.
  ///   - known: the last position to know; nil: the end.
  /// - Throws: ``LogFailure``; ``LedgerFailure/notKnownYet(last:)`` for a position beyond the end: the same
  ///   question would be answered otherwise later.
  public func question(on day: CalendarDate? = nil, known: Position? = nil) throws -> Question {
    let log = try log()
    let last = try log.head().last
    if let known, known > last { throw LedgerFailure.notKnownYet(last: last) }
    return Question(log: log, on: day ?? clock.today, known: known ?? last)
  }
}
