internal import Events
internal import Sheets

/// When a jury sat, and what it decided.
extension RowReader {
  mutating func readSession(
    _ column: LocatedColumn, _ days: DayReader?, _ draft: inout RowDraft
  ) {
    switch column.plan.field {
    case .sessionDay: readSessionDay(column, days, &draft)
    case .dayOf(let block):
      switch day(column, days, draft) {
      case .blank: return
      case .day(let day): draft.ownDays[block] = draft.ownDays[block] ?? .day(day)
      case .notADay, .ambiguous, .future:
        draft.ownDays[block] = .unreadable
        draft.row.unread.insert(.sessionDay)
      }
    case .block: readBlock(column, &draft)
    case .verdict: if let block = draft.block { readVerdict(on: block, column, &draft) }
    case .verdictOn(let block): readVerdict(on: block, column, &draft)
    case .mark: if let block = draft.block { readMark(on: block, column, &draft) }
    case .markOn(let block): readMark(on: block, column, &draft)
    case .validatedBlocks:
      if hasDay(column, draft) { readList(.validated, column, &draft) }
    case .refusedBlocks:
      if hasDay(column, draft) { readList(.refused, column, &draft) }
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay,
      .juryReference, .grounds, .recommendation, .result, .awardDay, .certificateNumber,
      .certificateDay, .state, .toCorrect:
      return
    }
  }

  /// A day, or a text in which there is one: `Jury du 17 juin 2020 – Lyon`.
  private mutating func readSessionDay(
    _ column: LocatedColumn, _ days: DayReader?, _ draft: inout RowDraft
  ) {
    guard let days, !draft.saysNothing(column) else { return }
    let (cell, text) = (draft.cell(column.column), draft.text(column.column))
    var reading = days.day(cell, text, row: draft.row.place.number)
    if case .text = cell, reading == .notADay {
      reading = days.day(within: text)
      if reading == .blank { reading = .notADay }
    }
    if let day = told(reading, column, draft).value {
      draft.row.sessionOn = draft.row.sessionOn ?? day
      draft.sessionDays[column.column] = .day(day)
    } else {
      draft.saysSession = true
      draft.sessionDays[column.column] = .unreadable
      draft.row.unread.insert(.sessionDay)
    }
  }

  // MARK: Blocks

  private mutating func readBlock(_ column: LocatedColumn, _ draft: inout RowDraft) {
    let text = draft.text(column.column)
    var written = text
    switch meaning(column, draft) {
    case .block(let code): written = code
    case .nothing: return
    case .open: return tellWord(column, draft)
    case .leftOut: return tellWord(column, draft, isLeftOut: true)
    case nil, .verdict, .equivalence, .awarded, .sex, .pathway, .audience, .certification: break
    }
    if written.isEmpty {
      if decides(draft) { tell(.blank(heading: column.heading), column, draft) }
      return
    }
    // Without a certification no block can be found, and that is told once.
    guard let certification = draft.row.certification else { return }
    if let block = blocks.block(written, of: certification) {
      draft.block = draft.block ?? block
    } else {
      tell(.notABlock(heading: column.heading), column, draft)
    }
  }

  /// Whether the row has a verdict or a mark on its block.
  private func decides(_ draft: RowDraft) -> Bool {
    columns.contains { column in
      switch column.plan.field {
      case .verdict, .mark: !draft.text(column.column).isEmpty
      case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
        .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
        .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
        .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
        .juryReference, .block, .verdictOn, .dayOf, .markOn, .validatedBlocks, .refusedBlocks,
        .grounds, .recommendation, .result, .awardDay, .certificateNumber, .certificateDay, .state,
        .toCorrect:
        false
      }
    }
  }

  /// A list names blocks of the row's certification; it says nothing of the others.
  private mutating func readList(
    _ verdict: Verdict, _ column: LocatedColumn, _ draft: inout RowDraft
  ) {
    let text = draft.text(column.column)
    switch meaning(column, draft) {
    case .nothing: return
    case .open: return tellWord(column, draft)
    case .leftOut: return tellWord(column, draft, isLeftOut: true)
    case nil, .verdict, .equivalence, .awarded, .sex, .pathway, .audience, .certification, .block:
      break
    }
    guard !text.isEmpty, let certification = draft.row.certification else { return }
    let (listed, isWhole) = blocks.list(text, of: certification) { item in
      let meaning = column.words.meaning(PlannedWord.key(item), column: column.column) { _ in "" }
      if case .block(let code) = meaning { return code }
      return nil
    }
    if !isWhole { tell(.notABlock(heading: column.heading), column, draft) }
    for block in listed { decide(.verdict(verdict), on: block, column, &draft) }
  }

  // MARK: Verdicts

  private mutating func readVerdict(
    on block: BlockCode, _ column: LocatedColumn, _ draft: inout RowDraft
  ) {
    if isOther(block, column, draft) || !hasDay(column, draft) { return }
    take(meaning(column, draft), on: block, column, &draft)
  }

  /// Where a column has the verdict on the block, its mark decides nothing.
  private mutating func readMark(
    on block: BlockCode, _ column: LocatedColumn, _ draft: inout RowDraft
  ) {
    if plan.has(.verdict) || column.isBesideVerdict || isOther(block, column, draft)
      || !hasDay(column, draft)
    {
      return
    }
    let text = draft.text(column.column)
    let meaning = meaning(column, draft)
    if meaning != nil || text.isEmpty { return take(meaning, on: block, column, &draft) }
    guard let mark = MarkReader.mark(text, scale: column.plan.scale) else {
      if !text.hasDigits { return tellWord(column, draft) }
      return tell(.notAMark(heading: column.heading), column, draft)
    }
    guard let threshold = column.plan.threshold ?? plan.threshold?.value else { return }
    decide(.verdict(mark >= threshold ? .validated : .refused), on: block, column, &draft)
  }

  /// Whether a filled cell is about a block of another certification than the row's, which is told.
  private mutating func isOther(
    _ block: BlockCode, _ column: LocatedColumn, _ draft: RowDraft
  ) -> Bool {
    guard let certification = draft.row.certification, !blocks.has(block, in: certification) else {
      return false
    }
    if !draft.saysNothing(column) { tell(.notABlock(heading: column.heading), column, draft) }
    return true
  }

  private mutating func take(
    _ meaning: WordMeaning?, on block: BlockCode, _ column: LocatedColumn, _ draft: inout RowDraft
  ) {
    switch meaning {
    case .verdict(let verdict): decide(.verdict(verdict), on: block, column, &draft)
    case .equivalence(let authority):
      decide(.equivalence(authority: authority), on: block, column, &draft)
    case .nothing: return
    case .leftOut: tellWord(column, draft, isLeftOut: true)
    case nil, .open, .awarded, .sex, .pathway, .audience, .certification, .block:
      tellWord(column, draft)
    }
  }

  /// Whether the session of a column that is one of several has a day in the row.
  ///
  /// Where it has none, a blank cell says nothing, and a filled one is left out and told.
  private mutating func hasDay(_ column: LocatedColumn, _ draft: RowDraft) -> Bool {
    guard draft.lacksSession(column) else { return true }
    if !draft.saysNothing(column), meaning(column, draft) != .nothing,
      case .column(let place) = column.session, draft.sessionDays[place] == nil
    {
      tell(.noSession, column, draft)
    }
    return false
  }

  private func decide(
    _ content: RowDecision.Content, on block: BlockCode, _ column: LocatedColumn,
    _ draft: inout RowDraft
  ) {
    let day = draft.day(of: block, column)
    let isSaid = draft.row.decisions.contains {
      $0.block == block && $0.content == content && $0.on == day
    }
    if isSaid { return }
    draft.row.decisions.append(
      RowDecision(
        block, content, on: day, column: column.column,
        isFromBlank: draft.text(column.column).isEmpty))
  }
}
