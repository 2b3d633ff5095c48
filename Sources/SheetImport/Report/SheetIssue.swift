public import Events

/// Something in the sheet that is not taken in as it is, or is to be looked at.
public struct SheetIssue: Hashable, Sendable {
  public let cause: SheetCause
  public let row: RowPlace
  /// From 0; nil: the row as a whole.
  public let column: Int?

  public init(_ cause: SheetCause, row: RowPlace, column: Int? = nil) {
    self.cause = cause
    self.row = row
    self.column = column
  }
}

/// Why: one line of the report, with all its rows.
public enum SheetCause: Hashable, Sendable {
  // What a cell says. Headings as the sheet has them.

  /// A word that the plan does not know, or leaves open, or leaves out on purpose.
  case word(String, heading: String, isLeftOut: Bool)
  /// A blank whose meaning is unknown.
  case blank(heading: String)
  case notADay(heading: String)
  /// `03/04/2021` in a column where neither form is proved.
  case ambiguousDay(heading: String)
  case futureDay(heading: String)
  case notAMark(heading: String)
  case notHours(heading: String)
  /// Hours of a training whose end no column says: they are recorded with it only.
  case hoursWithoutEnd(heading: String)
  /// An employer, a refusal's grounds … of more than 2,000 characters.
  case textTooLong(heading: String)
  case notANumber(heading: String)
  /// A list names something that is no block of the certification.
  case notABlock(heading: String)
  /// A name, an e-mail … that the ledger refuses.
  case identity(IdentityDefect)

  // What a row lacks. A person without these is taken in, can be certified, and not be declared.

  case noBirthDate, incompleteBirthDate, noBirthPlace
  /// Four digits where five are needed: one was lost.
  case postalCodeDigits
  // Without these the row is not taken in.

  case noName, noFirstName
  /// Decisions without the day of their session.
  case noSession
  case noCertification, noPathway

  // Who it is.

  /// The same row again; nothing is added.
  case exactDouble
  /// Another row, or person of the ledger, of the same names and birth: taken as one.
  case samePerson
  /// May be another row's person, or one of the ledger: nothing is taken in until that is answered.
  case toConfirm
  /// Two rows of one person say this differently: the more complete spelling counts, then that of more rows, then
  /// the first.
  case contradiction(heading: String)
  /// An employer that names the candidate: it would stay in clear for ever, and is left out.
  case namesPerson(heading: String)

  // What the rows say together.

  /// An award though a block is not validated, or unknown.
  case awardedWithoutBlocks
  case awardedWithoutNumber
  case numberWithoutAward
  case numberTwice
  /// Two rows of one session decide one block otherwise.
  case decidedTwice
  /// Absent for one block, decided on another by the same jury: no absence is recorded.
  case absentBesideDecision

  // The ledger.

  /// Recorded under the rules, not by an import, and different: not corrected.
  case differsFromRecorded
  /// An import recorded it, and the sheet does not say it any more: it stays.
  case noLongerSaid
  /// The person is erased.
  case erased
}
