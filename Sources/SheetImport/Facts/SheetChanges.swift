public import EventLog
public import Events
public import Vault

/// What an import of the facts does to the ledger: nothing is doubled, and what differs is corrected.
///
/// Only what an earlier import recorded is corrected: its entry is annulled and the right one recorded, each
/// naming the other. What was decided under the rules stays as it is, and so does what the sheet does not say
/// any more.
///
/// A field that a row leaves blank keeps what the ledger has. What only the plan states (a day, a pathway)
/// corrects what only a plan stated, and a planned enrolment never moves to a later day: the ledger may have
/// facts of other sheets before it.
///
/// A fact that somebody annulled by hand, without another in its place, does not come back by itself: it is
/// told as ``SheetCause/differsFromRecorded``. One that an earlier sheet corrected and this one says again is
/// recorded again, under a new id.
public struct SheetChanges: Sendable {
  /// An entry that an import recorded, and the fact that replaces it.
  ///
  /// Several entries may be replaced by one fact: the decisions of a candidate who was absent.
  public struct Correction: Sendable {
    public let entry: EventID
    public let position: Position
    public let fact: SheetFact
    /// The fields of the data that differ (`identity.birthName`), and `occurredOn`, `type`.
    public let fields: [String]
  }

  public internal(set) var added: [SheetFact] = []
  public internal(set) var corrected: [Correction] = []
  /// Facts that the ledger has as they are.
  public internal(set) var unchanged = 0
  public internal(set) var issues: [SheetIssue] = []
  /// Juries of earlier imports that no candidate is summoned to any more: their entries are annulled, each in favour
  /// of the entry of the jury to which the candidates went.
  public internal(set) var emptied: [JuryID] = []
  /// The entries of these juries, and those that replace them.
  var dropped: [(entry: EventID, by: EventID?)] = []
  /// The keys of new facts that the log has, annulled: their content alone would give an id that is used.
  var again: Set<FactKey> = []
  /// The first row of each fact, as a person sees its number, by the row's index.
  var numbers: [Int] = []

  public init() {}
}

extension SheetChanges {
  /// Compares facts with what stands in the ledger.
  ///
  /// Cost: nothing is read again but the summonses of juries that the sheet leaves; a decryption for each text.
  ///
  /// - Parameter vault: opens the texts that are compared.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  public init(
    _ facts: SheetFacts, rows: [SheetRow], in log: any EventLog, opening vault: Vault
  ) throws {
    self.init()
    numbers = rows.map(\.place.number)
    guard let history = facts.history else {
      added = facts.facts
      return
    }
    var comparison = ChangeComparison(facts, rows, history, vault)
    try comparison.findOwnJuries(in: log)
    try comparison.compare()
    try comparison.move(in: log)
    comparison.tellBlanked()
    self = comparison.changes
    numbers = rows.map(\.place.number)
    added = added.inOrder
    corrected.sort { ($0.position, $0.entry) < ($1.position, $1.entry) }
    issues = Set(issues).sorted { ($0.row, $0.column ?? -1) < ($1.row, $1.column ?? -1) }
  }
}
