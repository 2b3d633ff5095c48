public import Events

/// A column of the sheet, and how its cells are read.
public struct PlannedColumn: Hashable, Sendable {
  /// As the sheet has it, on one line; of a column without one its letters (`K`).
  public var heading: String
  /// Which of the columns with this heading, from 1.
  public var occurrence: Int = 1
  public var field: PlannedField
  /// How days are written; nil in a column without days.
  public var dayForm: PlanAnswer<DayForm>?
  /// How numbers are days, the first that serves the row; none: a number is no day.
  public var serials: [SerialDays] = []
  /// What the words mean; the first that fits the cell and its row.
  public var words: [PlannedWord] = []
  /// Of a mark: what it is out of (20); nil in other columns.
  public var scale: Int?
  /// Of a mark: this column's own threshold.
  public var threshold: Mark?
  /// Of decisions: the day of their session, the same in every row; nil where a cell or the plan has it.
  public var sessionOn: CalendarDate?

  public init(_ heading: String, _ field: PlannedField) {
    self.heading = heading
    self.field = field
  }
}

/// What a column is.
public enum PlannedField: Hashable, Sendable {
  /// Not taken in: a number of the row, a remark, a sum.
  case ignored

  // The person.

  /// The certifier's own id of the person (a matricule): becomes the candidate's id.
  case personReference
  case birthName, usageName, firstNames
  /// Birth name and first names in one cell; the name is what is in capitals.
  case fullName
  /// A form of address or a sex; its words say which.
  case sex
  case birthDate
  /// The place's name, with a country in brackets.
  case birthPlace
  case birthPostalCode, birthINSEECode, birthCountryCode, email

  // The candidacy.

  /// The certifier's reference of the file: one of a person and, perhaps, a session.
  case candidacyReference
  case certification, pathway, audience, employer
  case enrolmentDay, trainingStart, trainingEnd, centreHours, companyHours
  /// The day of a favourable admissibility decision.
  case admissibilityDay

  // The session.

  case sessionDay
  /// A name or a day of the jury, told and not recorded.
  case juryReference
  /// In a sheet with a row for each decision: the block and what was decided.
  case block, verdict
  /// In a sheet with a row for each candidate: what was decided on this block.
  case verdictOn(BlockCode)
  /// The day of the decision in the column ``verdictOn(_:)`` or ``markOn(_:)`` of this block.
  case dayOf(BlockCode)
  case mark
  case markOn(BlockCode)
  /// Blocks in a list: `BC01, BC03`.
  case validatedBlocks, refusedBlocks
  /// The grounds of the refusals of the row.
  case grounds
  case recommendation
  /// The overall result: its words say which is an award.
  case result
  case awardDay, certificateNumber, certificateDay

  // Columns that this program wrote.

  /// What became of the row, and the ids.
  case state
  /// What is to be corrected, and a person's answers.
  case toCorrect
}

/// How a day is written.
public enum DayForm: String, Hashable, Sendable, CaseIterable {
  /// `17/06/2021`, `17.06.21`, `17 juin 2021`.
  case dayFirst
  /// `06/17/2021`.
  case monthFirst
}

/// How numbers of a column are days.
public struct SerialDays: Hashable, Sendable {
  public enum Start: Int, Hashable, Sendable, CaseIterable {
    /// Day 1 is 1 January 1900, with a 29 February 1900 that never was.
    case year1900 = 1900
    /// Day 0 is 1 January 1904. A cell that the workbook itself has as a day of 1900's system is four years and a
    /// day later than it says.
    case year1904 = 1904
  }

  public var start: PlanAnswer<Start>
  /// The rows, by their numbers; nil: every one.
  public var rows: ClosedRange<Int>?

  public init(_ start: PlanAnswer<Start>, rows: ClosedRange<Int>? = nil) {
    self.start = start
    self.rows = rows
  }
}
