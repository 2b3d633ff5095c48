public import EventLog
public import Events
public import Projections
public import Rules

/// A log, a day and a state of knowledge: the three inputs of every question.
///
/// The answer depends on nothing else: no clock, no file beside the log. Answers about one candidacy,
/// person or jury are read by subject, a few index reads; answers about all are one fold of the whole log
/// (``replay(checksHashes:progress:)``).
public struct Question: Sendable {
  public let log: any EventLog
  /// The day that is asked about; facts of that day count.
  public let on: CalendarDate
  /// The last position known.
  public let known: Position

  public init(log: any EventLog, on: CalendarDate, known: Position) {
    self.log = log
    self.on = on
    self.known = known
  }

  /// A candidacy's state on the day; nil before its enrolment, or if no known event names it.
  public func status(of candidacy: CandidacyID) throws -> CandidacyAnswer? {
    try CandidacyHistory(of: candidacy, known: known, in: log).state(on: on).map {
      CandidacyAnswer(on: on, known: known, state: $0)
    }
  }

  /// What each event of a candidacy changed, up to the day, in fold order.
  public func timeline(of candidacy: CandidacyID) throws -> [TimelineEntry] {
    try CandidacyHistory(of: candidacy, known: known, in: log).timeline.filter { $0.day <= on }
  }

  /// A person's ids and candidacies; nil if no known event names this id.
  public func person(_ candidate: CandidateID) throws -> PersonHistory? {
    try PersonHistory(of: candidate, known: known, in: log)
  }

  /// A jury's register on the day; nil before it is convened, or if no known event names it.
  public func register(of jury: JuryID) throws -> JuryAnswer? {
    try log.register(of: jury, on: on, known: known).map {
      JuryAnswer(on: on, known: known, state: $0)
    }
  }

  /// The whole log folded up to the day.
  ///
  /// - Parameters:
  ///   - checksHashes: whether each event is compared with its hash, for a digest.
  ///   - progress: called now and then with the number of events folded.
  public func replay(
    checksHashes: Bool = false, progress: (Int) -> Void = { _ in }
  ) throws -> Replay {
    try Replay(on: on, known: known, in: log, checksHashes: checksHashes, progress: progress)
  }

  /// Every finding about the known entries, including rules broken by time alone by the day.
  public func findings(progress: (Int) -> Void = { _ in }) throws -> [Finding] {
    try log.findings(on: on, known: known, progress: progress)
  }
}

extension Ledger {
  /// A question about a day, with what was known at a position.
  ///
  /// - Parameters:
  ///   - day: nil: today in Paris.
  ///   - known: the last known position; nil: the log's end.
  /// - Throws: ``LogFailure``; ``LedgerFailure/notKnownYet(last:)`` for a position beyond the end, whose
  ///   answer could change later.
  public func question(on day: CalendarDate? = nil, known: Position? = nil) throws -> Question {
    let log = try log()
    let last = try log.head().last
    if let known, known > last { throw LedgerFailure.notKnownYet(last: last) }
    return Question(log: log, on: day ?? clock.today, known: known ?? last)
  }
}
