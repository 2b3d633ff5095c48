public import EventLog
public import Events

/// The facts of a sheet, in the order in which they are recorded: by day, and those of one day as one follows
/// from another.
///
/// Neither the facts nor the ids depend on the order of the rows.
public struct SheetFacts: Sendable {
  public internal(set) var facts: [SheetFact] = []
  public internal(set) var issues: [SheetIssue] = []
  /// The candidacy of each row that is taken in, by the row's index.
  public internal(set) var candidacies: [Int: CandidacyID] = [:]
  public internal(set) var sessions: [SheetSession] = []
  /// What rows say differently, so that none of it is a fact.
  var disputed: Set<FactKey> = []
  /// What the ledger has of all these; nil if nothing was read.
  var history: RecordedHistory?

  public init() {}
}

extension SheetFacts {
  /// The facts of the rows whose person is settled.
  ///
  /// A row goes to a candidacy that the ledger has: the one of this person and certification that is summoned
  /// to a session of its day or has its certificate's number; else the one whose id an earlier import wrote in
  /// the row; else the one that an earlier import made of the same content; else the only live one. Where there
  /// is none, a candidacy is made, under an id that is the certifier's reference or a secret code.
  ///
  /// The trial run of a plan with open questions leaves out what they are about: an enrolment without a
  /// pathway. It is not to be recorded.
  ///
  /// Cost: a few index reads for each person and each candidacy.
  ///
  /// - Parameters:
  ///   - plan: without open questions.
  ///   - log: what it has of the persons and juries decides their ids.
  ///   - code: as for ``SheetPersons``.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  public init(
    _ reading: SheetReading, _ persons: SheetPersons, by plan: ImportPlan,
    _ frameworks: KnownFrameworks, in log: any EventLog, today: CalendarDate,
    code: ([UInt8]) throws -> [UInt8]
  ) throws {
    self.init()
    let rows = SheetStatements(reading, by: plan, today: today)
    let groups = CandidacyRows.all(of: persons, rows)
    let history = try RecordedHistory(
      of: persons.persons.map(\.id), Set(groups.map(\.certification)), in: log)
    self.history = history
    var builder = FactBuilder(rows, frameworks, history)
    builder.leaveOutErased(persons)
    let living = groups.filter { !history.erased.contains(history.person($0.person.id)) }
    var finder = CandidacyFinder(living, rows, history, log)
    for group in living {
      let candidacy = try finder.candidacy(of: group, code: code)
      guard builder.add(group, as: candidacy) else { continue }
      for row in group.rows { candidacies[row] = candidacy }
    }
    builder.addJuries()
    try builder.checkNumbers(in: log)
    try builder.addRegistrations(persons)
    facts = builder.facts.inOrder
    issues = builder.issues.sorted { ($0.row, $0.column ?? -1) < ($1.row, $1.column ?? -1) }
    sessions = builder.sessions
    disputed = builder.disputed
  }
}

extension SheetFacts {
  /// Whether a row of a person has a candidacy: without one nothing of the person is recorded.
  func takesIn(_ person: SheetPerson) -> Bool {
    person.rows.contains { candidacies[$0] != nil }
  }
}
