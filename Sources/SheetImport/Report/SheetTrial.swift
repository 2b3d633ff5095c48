internal import AcquisLedger
public import EventLog
public import Events
public import Sheets
public import Vault

/// Everything that is known of a sheet before it is recorded: its rows, its persons, its facts, and what they
/// would change.
///
/// Where the plan leaves a question open, the facts are not made: ``facts`` and ``changes`` are nil.
public struct SheetTrial: Sendable {
  /// A stage of the work, to be told.
  public enum Stage: Hashable, Sendable, CaseIterable {
    case reading, persons, facts, changes
  }

  public let file: SheetFile
  public let plan: ImportPlan
  public let questions: [PlanQuestion]
  public let reading: SheetReading
  public let persons: SheetPersons
  public let facts: SheetFacts?
  public let changes: SheetChanges?
  public let report: SheetReport

  /// Puts together what the stages found.
  public init(
    _ file: SheetFile, by plan: ImportPlan, _ reading: SheetReading, _ persons: SheetPersons,
    _ facts: SheetFacts?, _ changes: SheetChanges?
  ) {
    self.file = file
    self.plan = plan
    questions = plan.openQuestions
    self.reading = reading
    self.persons = persons
    self.facts = facts
    self.changes = changes
    report = SheetReport(reading, persons, by: plan, facts, changes)
  }

  /// Reads a sheet and compares it with a ledger.
  ///
  /// - Parameters:
  ///   - vault: opens the identities that the sheet's are compared with.
  ///   - code: as for ``SheetPersons``.
  ///   - progress: called at the beginning of each stage.
  /// - Throws: ``SheetLayoutFailure``, ``LogFailure``, ``VaultFailure``.
  public init(
    _ file: SheetFile, by plan: ImportPlan, in log: any EventLog, opening vault: Vault,
    today: CalendarDate, code: ([UInt8]) throws -> [UInt8], progress: (Stage) -> Void = { _ in }
  ) throws {
    let known = try log.head().last
    let frameworks = try KnownFrameworks(in: log)
    progress(.reading)
    let reading = try SheetReading(file, by: plan, frameworks, today: today)
    progress(.persons)
    let identities = try log.identities(on: today, known: known, opening: vault).named
    let history = try SheetHistory(in: log)
    let persons = try SheetPersons(
      reading, by: plan, known: identities, today: today,
      exists: { (candidate: CandidateID) throws(any Error) -> Bool in
        try log.first(EventQuery(subjects: [.candidate(candidate)], through: known)) != nil
      },
      history: { (candidate: CandidateID) throws(any Error) -> Set<String> in
        try history.evidence(of: candidate)
      },
      code: { (bytes: [UInt8]) throws(any Error) -> [UInt8] in try code(bytes) })
    var facts: SheetFacts?
    var changes: SheetChanges?
    if plan.openQuestions.isEmpty {
      progress(.facts)
      let made = try SheetFacts(
        reading, persons, by: plan, frameworks, in: log, today: today, code: code)
      progress(.changes)
      changes = try SheetChanges(made, rows: reading.rows, in: log, opening: vault)
      facts = made
    }
    self.init(file, by: plan, reading, persons, facts, changes)
  }
}
