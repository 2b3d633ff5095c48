internal import Events

/// Who the row is of.
extension RowReader {
  mutating func readPerson(
    _ column: LocatedColumn, _ days: DayReader?, _ draft: inout RowDraft
  ) {
    if case .sex = column.plan.field { return readSex(column, &draft) }
    if draft.saysNothing(column) { return }
    let text = draft.text(column.column)
    switch column.plan.field {
    case .personReference: draft.row.personReference = draft.row.personReference ?? text
    case .birthName: take(NameReader.birthName(text), column, &draft)
    case .usageName: draft.row.usageName = name(text.onOneLine, column, draft)
    case .firstNames:
      take(NameReader.Name(firstNames: NameReader.firstNames(text)), column, &draft)
    case .fullName:
      draft.hasFullName = true
      if let name = NameReader.fullName(text) { take(name, column, &draft) }
    case .birthDate: readBirthDate(column, days, &draft)
    case .birthPlace: draft.row.birthPlace = name(text.onOneLine, column, draft)
    case .birthPostalCode: readPostalCode(text, column, &draft)
    case .birthINSEECode:
      draft.hasPlaceCode = true
      let code = text.filter { !$0.isWhitespace }.uppercased()
      let defect = check.defect(ofINSEECode: code, place: draft.row.birthPlace)
      draft.row.inseeCode = kept(code, defect, column, draft)
    case .birthCountryCode:
      let digits = text.filter { !$0.isWhitespace }
      let code =
        digits.utf8.count == 5 && digits.hasPrefix("99") ? digits.dropFirst(2) : digits[...]
      let defect = check.defect(ofCountryCode: String(code))
      draft.row.countryCode = kept(String(code), defect, column, draft)
    case .email:
      draft.row.email = kept(text, check.defect(ofEmail: text), column, draft)
    case .sex, .ignored, .candidacyReference, .certification, .pathway, .audience, .employer,
      .enrolmentDay, .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay,
      .sessionDay, .juryReference, .block, .verdict, .verdictOn, .dayOf, .mark, .markOn,
      .validatedBlocks, .refusedBlocks, .grounds, .recommendation, .result, .awardDay,
      .certificateNumber, .certificateDay, .state, .toCorrect:
      return
    }
  }

  // MARK: Names

  private mutating func take(
    _ read: NameReader.Name, _ column: LocatedColumn, _ draft: inout RowDraft
  ) {
    if let text = read.birthName, draft.row.birthName == nil {
      draft.row.birthName = name(text, column, draft)
    }
    if let text = read.usageName, draft.row.usageName == nil {
      draft.row.usageName = name(text, column, draft)
    }
    for text in read.firstNames {
      if let name = name(text, column, draft) { draft.row.firstNames.append(name) }
    }
  }

  private mutating func name(
    _ text: String, _ column: LocatedColumn, _ draft: RowDraft
  ) -> String? {
    kept(text, check.defect(ofName: text), column, draft)
  }

  /// The text, unless something is wrong with it, which is told.
  private mutating func kept(
    _ text: String, _ defect: IdentityDefect?, _ column: LocatedColumn, _ draft: RowDraft
  ) -> String? {
    guard let defect else { return text }
    tell(.identity(defect), column, draft)
    return nil
  }

  private mutating func readSex(_ column: LocatedColumn, _ draft: inout RowDraft) {
    let meaning = meaning(column, draft)
    switch meaning {
    case .sex(let sex): draft.row.sex = draft.row.sex ?? sex
    case .nothing: return
    case .leftOut: tellWord(column, draft, isLeftOut: true)
    case nil where draft.text(column.column).isEmpty: return
    case .open, .verdict, .equivalence, .awarded, .pathway, .audience, .certification, .block, nil:
      tellWord(column, draft)
    }
  }

  // MARK: Birth

  private mutating func readBirthDate(
    _ column: LocatedColumn, _ days: DayReader?, _ draft: inout RowDraft
  ) {
    guard let days else { return }
    draft.hasBirthDate = true
    let place = column.column
    let reading = days.birth(
      draft.cell(place), draft.text(place), row: draft.row.place.number,
      session: draft.row.sessionOn)
    guard let birth = told(reading, column, draft).value else { return }
    if let defect = check.defect(of: birth) { return tell(.identity(defect), column, draft) }
    if birth.text.utf8.count < 10 { tell(.incompleteBirthDate, column, draft) }
    draft.row.birthDate = draft.row.birthDate ?? birth
  }

  /// Five digits, perhaps with the town's name after them, or a foreign code. Of four digits nobody can say
  /// whether the first or another one was lost.
  private mutating func readPostalCode(
    _ text: String, _ column: LocatedColumn, _ draft: inout RowDraft
  ) {
    draft.hasPlaceCode = true
    var code = text.filter { !$0.isWhitespace }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if digits.count == 5, text[digits.endIndex...].first?.isWhitespace == true,
      !String(text[digits.endIndex...]).hasDigits
    {
      code = String(digits)
    }
    if code.utf8.allSatisfy({ 48...57 ~= $0 }), code.utf8.count != 5 {
      return tell(.postalCodeDigits, column, draft)
    }
    draft.row.postalCode = kept(code, check.defect(ofPostalCode: code), column, draft)
  }
}
