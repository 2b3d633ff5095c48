internal import AcquisLedger
internal import Events
internal import Sheets

/// Reads a row's cells by the plan.
struct RowReader {
  let plan: ImportPlan
  let today: CalendarDate
  let check: IdentityCheck
  var blocks: BlockReader
  var issues: [SheetIssue] = []

  private let isWorkbook: Bool
  private var layout: TabLayout?
  private var page = 0
  /// Of the layout's columns with days, by their index there.
  private var days: [DayReader?] = []

  /// Of the tab.
  var columns: [LocatedColumn] { layout?.columns ?? [] }
  private var keys: [String: String] = ["": ""]

  init(
    _ plan: ImportPlan, _ frameworks: KnownFrameworks, today: CalendarDate, isWorkbook: Bool
  ) {
    self.plan = plan
    self.today = today
    self.isWorkbook = isWorkbook
    check = IdentityCheck(today: today)
    blocks = BlockReader(frameworks)
  }

  /// Begins a tab.
  mutating func begin(_ layout: TabLayout, page: Int) {
    self.layout = layout
    self.page = page
    days = layout.columns.map { column in
      DayReader(
        form: column.plan.dayForm, serials: column.plan.serials, today: today,
        isWorkbook: isWorkbook)
    }
  }

  /// - Parameters:
  ///   - texts: of the row's cells, trimmed.
  ///   - session: the day of the heading above the row.
  mutating func read(
    _ cells: SheetFile.Row, _ texts: [String], session: CalendarDate?
  ) -> SheetRow {
    guard let layout else {
      return SheetRow(place: RowPlace(page: page, number: cells.number), cells: texts)
    }
    var own = texts
    for column in layout.columns where column.plan.field.isOfProgram && column.column < own.count {
      own[column.column] = ""
    }
    while own.last?.isEmpty == true { own.removeLast() }
    var draft = RowDraft(
      row: SheetRow(place: RowPlace(page: page, number: cells.number), cells: own),
      cells: cells, texts: texts)
    let first = issues.count
    var pass = 0
    for (index, column) in layout.columns.enumerated() {
      if column.plan.field.pass > pass {
        if pass == 0 { completeSession(&draft, session) }
        pass = column.plan.field.pass
      }
      read(column, days[index], &draft)
    }
    if pass == 0 { completeSession(&draft, session) }
    complete(&draft)
    if issues.count - first > 1 {
      issues[first...].sort { $0.column ?? Int.max < $1.column ?? Int.max }
    }
    return draft.row
  }

  private mutating func read(_ column: LocatedColumn, _ days: DayReader?, _ draft: inout RowDraft) {
    switch column.plan.field {
    case .ignored, .juryReference: return
    case .state:
      let ids = AnswerReader.ids(draft.text(column.column))
      draft.row.writtenCandidate = ids?.0
      draft.row.writtenCandidacy = ids?.1
    case .toCorrect: draft.row.answer = AnswerReader.answer(draft.text(column.column))
    case .personReference, .birthName, .usageName, .firstNames, .fullName, .sex, .birthDate,
      .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email:
      readPerson(column, days, &draft)
    case .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay:
      readCandidacy(column, days, &draft)
    case .sessionDay, .block, .verdict, .verdictOn, .dayOf, .mark, .markOn, .validatedBlocks,
      .refusedBlocks:
      readSession(column, days, &draft)
    case .grounds, .recommendation, .result, .awardDay, .certificateNumber, .certificateDay:
      readOutcome(column, days, &draft)
    }
  }

  // MARK: What the plan and the headings say

  private mutating func completeSession(_ draft: inout RowDraft, _ session: CalendarDate?) {
    if draft.row.certification == nil, !draft.saysCertification {
      draft.row.certification = plan.certification?.value
    }
    if draft.row.sessionOn == nil, !draft.saysSession {
      draft.row.sessionOn = session ?? plan.session?.value
      // Of several sessions in the row, the heading's or the plan's is the first.
      let first = columns.filter { $0.plan.field == .sessionDay }.map(\.column).min()
      if let first, let day = draft.row.sessionOn { draft.sessionDays[first] = .day(day) }
    }
  }

  private mutating func complete(_ draft: inout RowDraft) {
    if draft.row.pathway == nil, !draft.saysPathway { draft.row.pathway = plan.pathway?.value }
    if draft.row.audience == nil, !draft.saysAudience { draft.row.audience = plan.audience?.value }
    if draft.row.birthName == nil, !draft.hasFullName { tell(.noName, nil, draft) }
    if draft.row.firstNames.isEmpty { tell(.noFirstName, nil, draft) }
    if !draft.hasBirthDate { tell(.noBirthDate, nil, draft) }
    if !draft.hasPlaceCode { tell(.noBirthPlace, nil, draft) }
    if draft.row.certification == nil, plan.certification != .open, !draft.saysCertification {
      tell(.noCertification, nil, draft)
    }
    if draft.row.pathway == nil, plan.pathway != .open, !draft.saysPathway {
      tell(.noPathway, nil, draft)
    }
    let isDayless =
      draft.row.decisions.contains { $0.on == nil }
      || draft.row.isAwarded && draft.row.awardedOn == nil && draft.row.sessionOn == nil
        && draft.row.decisions.isEmpty
    if isDayless, plan.session != .open, !draft.row.unread.contains(.sessionDay) {
      tell(.noSession, nil, draft)
    }
  }

  // MARK: Cells

  mutating func tell(_ cause: SheetCause, _ column: LocatedColumn?, _ draft: RowDraft) {
    issues.append(SheetIssue(cause, row: draft.row.place, column: column?.column))
  }

  /// The day of a cell; what is wrong with it is told.
  mutating func day(
    _ column: LocatedColumn, _ days: DayReader?, _ draft: RowDraft
  ) -> DayReader.Reading<CalendarDate> {
    guard let days, !draft.saysNothing(column) else { return .blank }
    let place = column.column
    return told(
      days.day(draft.cell(place), draft.text(place), row: draft.row.place.number), column, draft)
  }

  mutating func told<Day>(
    _ reading: DayReader.Reading<Day>, _ column: LocatedColumn, _ draft: RowDraft
  ) -> DayReader.Reading<Day> {
    switch reading {
    case .blank, .day: break
    case .notADay: tell(.notADay(heading: column.heading), column, draft)
    case .ambiguous: tell(.ambiguousDay(heading: column.heading), column, draft)
    case .future: tell(.futureDay(heading: column.heading), column, draft)
    }
    return reading
  }

  mutating func key(_ text: String) -> String {
    if let key = keys[text] { return key }
    let key = PlannedWord.key(text)
    keys[text] = key
    return key
  }

  /// What the plan says of a cell's word; nil: nothing.
  mutating func meaning(_ column: LocatedColumn, _ draft: RowDraft) -> WordMeaning? {
    let own = key(draft.text(column.column))
    return column.words.meaning(own, column: column.column) { key(draft.text($0)) }
  }

  /// Tells of a word, or a blank, that the plan does not know, leaves open or leaves out.
  mutating func tellWord(
    _ column: LocatedColumn, _ draft: RowDraft, isLeftOut: Bool = false
  ) {
    let text = draft.text(column.column)
    tell(
      text.isEmpty
        ? .blank(heading: column.heading)
        : .word(shown(text, draft), heading: column.heading, isLeftOut: isLeftOut), column, draft)
  }

  /// A word for a report; a text that may say who somebody is, is not shown.
  private func shown(_ text: String, _ draft: RowDraft) -> String {
    let line = text.onOneLine
    let names = [draft.row.birthName, draft.row.usageName].compactMap { $0 } + draft.row.firstNames
    let words = names.flatMap { $0.split { !$0.isLetter } }.filter { $0.count > 2 }
    let isPersonal =
      line.count > 40 || isBirthDay(line, of: draft)
      || words.contains { line.lowercased().contains($0.lowercased()) }
    return isPersonal ? "…" : line
  }

  /// Whether a text has a year that may be that of the row's birth.
  private func isBirthDay(_ line: String, of draft: RowDraft) -> Bool {
    guard let days = DayText(line).days, !days.isEmpty else { return DayText(line).days == nil }
    guard let birth = draft.row.birthDate?.text.prefix(4), let year = Int(birth) else {
      return true
    }
    return days.contains { $0.year == year || $0.isShort && $0.year == year % 100 }
  }
}

extension PlannedField {
  /// Whether the program wrote the column.
  fileprivate var isOfProgram: Bool {
    switch self {
    case .state, .toCorrect: true
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
      .juryReference, .block, .verdict, .verdictOn, .dayOf, .mark, .markOn, .validatedBlocks,
      .refusedBlocks, .grounds, .recommendation, .result, .awardDay, .certificateNumber,
      .certificateDay:
      false
    }
  }
}
