public import Events

/// How a spreadsheet is read: which column is which field, what its words mean, and what it does not say.
///
/// A plan is written to a text file beside the sheet (``PlanText``), corrected by hand, and used again for the
/// next sheet of the same form. Whatever a sheet cannot say by itself is asked in it: an answer that is still
/// ``PlanAnswer/open`` is never guessed.
public struct ImportPlan: Hashable, Sendable {
  /// The tabs that are read, by name; empty: every visible one.
  public var tabs: [String] = []
  /// The number of the row with the headings, as a person sees it. Other tabs have theirs in the row with the
  /// same headings.
  public var headerRow: Int = 1
  /// Numbers of rows that are no candidates though they look like some.
  public var leftOutRows: Set<Int> = []
  /// In the order of the sheet. A column of the sheet that is not in the plan is told, and not read.
  public var columns: [PlannedColumn] = []

  // What the sheet does not say, for every row that does not say otherwise. Nil: the plan has no such line.

  public var certification: PlanAnswer<CertificationCode>?
  public var pathway: PlanAnswer<Pathway>?
  public var audience: PlanAnswer<Audience>?
  /// The day of the session, for a sheet of one session.
  public var session: PlanAnswer<CalendarDate>?
  /// Whether a jury's heading above its candidates, or the tab's name, has the session's day.
  public var sectionsAreSessions = false
  /// The day of the enrolment.
  public var enrolment: PlanAnswer<StatedDay>?
  /// The day on which a jury was convened and its candidates were summoned.
  public var summons: PlanAnswer<StatedDay>?
  /// What tells that the certification was awarded.
  public var awards: AwardRule = .byResult
  /// The day on which a certificate was issued.
  public var certificate: PlanAnswer<StatedDay>?
  public var sessionMode: PlanAnswer<SessionMode>?
  /// From which mark on a block is validated.
  public var threshold: PlanAnswer<Mark>?
  public var candidacies: CandidacyRule = .onePerCertification
  /// The sentence that becomes the `reason` of every fact whose day, or other content, only the plan states.
  public var reason: String = ""

  /// Of a plan that was read from a file.
  var lines = PlanLines()

  public init() {}

  /// Whether a column of the plan is of this field.
  public func has(_ field: PlannedField) -> Bool { columns.contains { $0.field == field } }
}

/// What a plan says to a question.
public enum PlanAnswer<Value: Hashable & Sendable>: Hashable, Sendable {
  /// `?` in the file: still to be answered.
  case open
  case given(Value)

  public var value: Value? { if case .given(let value) = self { value } else { nil } }
}

/// A day that the plan states because the sheet does not.
public enum StatedDay: Hashable, Sendable {
  /// The (first) session's day.
  case session
  /// The last day of this month and day before the session, or the session's own: `01/09`.
  case yearly(month: Int, day: Int)
  case fixed(CalendarDate)
}

/// Which rows of a person are of one candidacy.
public enum CandidacyRule: Hashable, Sendable, CaseIterable {
  /// All rows of one certification.
  case onePerCertification
  /// The rows with the same reference of the file (``PlannedField/candidacyReference``).
  case onePerReference
}

/// What tells that a row's certification was awarded.
public enum AwardRule: Hashable, Sendable, CaseIterable {
  /// The words of a column of results (``PlannedField/result``).
  case byResult
  /// A certificate's number (``PlannedField/certificateNumber``): who has one was awarded the certification.
  case byCertificateNumber
}

/// A mark in hundredths: `12,5` is 1250.
public struct Mark: Hashable, Comparable, Sendable {
  public let hundredths: Int

  public init(hundredths: Int) { self.hundredths = hundredths }

  public static func < (left: Mark, right: Mark) -> Bool { left.hundredths < right.hundredths }
}
