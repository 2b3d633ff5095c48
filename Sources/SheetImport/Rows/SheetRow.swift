public import Events

/// A row of the sheet as its plan reads it.
///
/// What could not be read is nil, and an ``SheetIssue`` says why.
public struct SheetRow: Hashable, Sendable {
  public var place: RowPlace
  /// A code of all cells but those that the program wrote: equal rows are doubles.
  public var cells: [String]

  // The person, with texts trimmed, as the sheet spells them.

  public var personReference: String?
  public var birthName: String?
  public var usageName: String?
  public var firstNames: [String] = []
  public var sex: Sex?
  public var birthDate: BirthDate?
  public var birthPlace: String?
  public var postalCode: String?
  public var inseeCode: String?
  public var countryCode: String?
  public var email: String?

  // The candidacy.

  public var candidacyReference: String?
  public var certification: CertificationCode?
  public var pathway: Pathway?
  public var audience: Audience?
  public var employer: String?
  public var enrolledOn: CalendarDate?
  public var trainingStartedOn: CalendarDate?
  public var trainingCompletedOn: CalendarDate?
  /// In minutes.
  public var centreTime: Int?
  public var companyTime: Int?
  public var admissibleOn: CalendarDate?

  // The session.

  /// The day of the session; of several in one row, of the first that has one.
  public var sessionOn: CalendarDate?
  public var decisions: [RowDecision] = []
  public var grounds: String?
  public var recommendation: String?
  public var isAwarded = false
  public var awardedOn: CalendarDate?
  public var certificateNumber: String?
  public var certificateOn: CalendarDate?

  /// What a person answered in the column *à corriger*.
  public var answer: RowAnswer?
  /// The ids that the program wrote in the column *état*.
  public var writtenCandidate: CandidateID?
  public var writtenCandidacy: CandidacyID?

  /// What a cell says and nothing can read, which an issue tells: only ``PlannedField/sessionDay``,
  /// ``PlannedField/pathway`` and ``PlannedField/certification`` are here.
  var unread: Set<PlannedField> = []

  public init(place: RowPlace, cells: [String]) {
    self.place = place
    self.cells = cells
  }
}

/// Where a row is: its tab, from 0 among those of the file, and its number.
public struct RowPlace: Hashable, Comparable, Sendable {
  public let page: Int
  public let number: Int

  public init(page: Int, number: Int) {
    self.page = page
    self.number = number
  }

  public static func < (left: RowPlace, right: RowPlace) -> Bool {
    (left.page, left.number) < (right.page, right.number)
  }
}

/// What the row says of one block.
public struct RowDecision: Hashable, Sendable {
  public enum Content: Hashable, Sendable {
    case verdict(Verdict)
    case equivalence(authority: String)
  }

  public let block: BlockCode
  public let content: Content
  /// The session's day where the row has none of its own.
  public let on: CalendarDate?
  /// From 0.
  public let column: Int
  /// Whether it is what a blank cell means.
  public let isFromBlank: Bool

  public init(
    _ block: BlockCode, _ content: Content, on: CalendarDate?, column: Int,
    isFromBlank: Bool = false
  ) {
    self.block = block
    self.content = content
    self.on = on
    self.column = column
    self.isFromBlank = isFromBlank
  }
}

/// A person's answer to *who is it?* in the column *à corriger*.
public enum RowAnswer: Hashable, Sendable {
  /// `même` (the one that was proposed) or a person's id.
  case same(CandidateID?)
  /// `autre`: another person than those proposed.
  case another
}
