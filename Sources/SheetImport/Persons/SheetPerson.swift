public import Events

/// A person of the sheet: the rows that are theirs.
public struct SheetPerson: Hashable, Sendable {
  public enum Standing: Hashable, Sendable {
    /// Not in the ledger.
    case new
    /// In the ledger, under this id.
    case known
  }

  public let id: CandidateID
  public let standing: Standing
  /// Indices of ``SheetReading/rows``, ascending; doubles included.
  public let rows: [Int]
  /// What the rows say together: of each member the most complete spelling, then the ledger's, that of more
  /// rows, the first row's.
  public let identity: Identity

  public init(_ id: CandidateID, _ standing: Standing, rows: [Int], identity: Identity) {
    self.id = id
    self.standing = standing
    self.rows = rows
    self.identity = identity
  }
}

/// A row whose person is not settled: it is left out until somebody answers.
public struct UnsettledRow: Hashable, Sendable {
  /// The index of ``SheetReading/rows``.
  public let row: Int
  /// Whom it may be: other rows, by index.
  public let rows: [Int]
  /// Whom it may be: persons of the ledger.
  public let persons: [CandidateID]

  public init(_ row: Int, rows: [Int], persons: [CandidateID]) {
    self.row = row
    self.rows = rows
    self.persons = persons
  }
}

/// Who the rows of a sheet are.
public struct SheetPersons: Sendable {
  /// In the order of their first rows.
  public internal(set) var persons: [SheetPerson] = []
  public internal(set) var unsettled: [UnsettledRow] = []
  public internal(set) var issues: [SheetIssue] = []
  /// Rows equal to an earlier one in every cell.
  public internal(set) var exactDoubles = 0
  /// Rows taken as an earlier row's person, their cells not being equal, who name the same session.
  public internal(set) var nearDoubles = 0

  public init() {}
}
