internal import AcquisLedger
internal import Events

/// Towards what, and with which result.
extension RowReader {
  mutating func readCandidacy(
    _ column: LocatedColumn, _ days: DayReader?, _ draft: inout RowDraft
  ) {
    let text = draft.text(column.column)
    switch column.plan.field {
    case .candidacyReference:
      if !draft.saysNothing(column) { draft.row.candidacyReference = text }
    case .employer: draft.row.employer = freeText(text.onOneLine, column, draft)
    case .certification: readCertification(text, column, &draft)
    case .pathway:
      guard let meaning = told(column, draft) else {
        if !text.isEmpty { draft.row.unread.insert(.pathway) }
        return
      }
      switch meaning {
      case .pathway(let pathway): draft.row.pathway = draft.row.pathway ?? pathway
      case .nothing: return
      case .open, .leftOut, .verdict, .equivalence, .awarded, .sex, .audience, .certification,
        .block:
        draft.row.unread.insert(.pathway)
        tellWord(column, draft)
      }
    case .audience:
      guard let meaning = told(column, draft) else {
        draft.saysAudience = draft.saysAudience || !text.isEmpty
        return
      }
      switch meaning {
      case .audience(let audience): draft.row.audience = draft.row.audience ?? audience
      case .nothing: return
      case .open, .leftOut, .verdict, .equivalence, .awarded, .sex, .pathway, .certification,
        .block:
        tellWord(column, draft)
      }
    case .enrolmentDay: draft.row.enrolledOn = day(column, days, draft).value
    case .trainingStart: draft.row.trainingStartedOn = day(column, days, draft).value
    case .trainingEnd: draft.row.trainingCompletedOn = day(column, days, draft).value
    case .admissibilityDay: draft.row.admissibleOn = day(column, days, draft).value
    case .centreHours: draft.row.centreTime = minutes(text, column, draft)
    case .companyHours: draft.row.companyTime = minutes(text, column, draft)
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .sessionDay, .juryReference, .block, .verdict, .verdictOn, .dayOf, .mark, .markOn,
      .validatedBlocks, .refusedBlocks, .grounds, .recommendation, .result, .awardDay,
      .certificateNumber, .certificateDay, .state, .toCorrect:
      return
    }
  }

  /// What the plan says of a cell; nil for a blank one that says nothing, and for one that is told.
  mutating func told(_ column: LocatedColumn, _ draft: RowDraft) -> WordMeaning? {
    let isBlank = draft.text(column.column).isEmpty
    switch meaning(column, draft) {
    case nil:
      if !isBlank { tellWord(column, draft) }
      return nil
    case .open:
      tellWord(column, draft)
      return nil
    case .leftOut:
      tellWord(column, draft, isLeftOut: true)
      return nil
    case .some(let meaning): return meaning
    }
  }

  private mutating func readCertification(
    _ text: String, _ column: LocatedColumn, _ draft: inout RowDraft
  ) {
    if meaning(column, draft) == nil {
      if text.isEmpty { return }
      if let code = blocks.certification(text) {
        draft.row.certification = draft.row.certification ?? code
        return
      }
    }
    guard let meaning = told(column, draft) else {
      if !text.isEmpty { draft.row.unread.insert(.certification) }
      return
    }
    switch meaning {
    case .certification(let code): draft.row.certification = draft.row.certification ?? code
    case .nothing: return
    case .open, .leftOut, .verdict, .equivalence, .awarded, .sex, .pathway, .audience, .block:
      draft.row.unread.insert(.certification)
      tellWord(column, draft)
    }
  }

  private mutating func minutes(
    _ text: String, _ column: LocatedColumn, _ draft: RowDraft
  ) -> Int? {
    if draft.saysNothing(column) { return nil }
    guard let (hours, minutes) = TypedNumbers.hours(text) else {
      tell(.notHours(heading: column.heading), column, draft)
      return nil
    }
    return hours * 60 + minutes
  }

  /// A text in the sheet's own words; nil for a blank one, and for one that is longer than any that is
  /// recorded, which is told.
  private mutating func freeText(
    _ text: String, _ column: LocatedColumn, _ draft: RowDraft
  ) -> String? {
    if draft.saysNothing(column) { return nil }
    if (try? FreeText(text)) != nil { return text }
    tell(.textTooLong(heading: column.heading), column, draft)
    return nil
  }

  // MARK: The outcome

  mutating func readOutcome(
    _ column: LocatedColumn, _ days: DayReader?, _ draft: inout RowDraft
  ) {
    let text = draft.text(column.column)
    switch column.plan.field {
    case .grounds: draft.row.grounds = freeText(text, column, draft)
    case .recommendation: draft.row.recommendation = freeText(text, column, draft)
    case .result:
      guard let meaning = told(column, draft) else { return }
      switch meaning {
      case .awarded: if plan.awards == .byResult { draft.row.isAwarded = true }
      case .nothing: return
      case .open, .leftOut, .verdict, .equivalence, .sex, .pathway, .audience, .certification,
        .block:
        tellWord(column, draft)
      }
    case .awardDay: draft.row.awardedOn = day(column, days, draft).value
    case .certificateDay: draft.row.certificateOn = day(column, days, draft).value
    case .certificateNumber:
      if draft.saysNothing(column) { return }
      if let number = try? CertificateNumber(text.onOneLine) {
        draft.row.certificateNumber = number.text
        if plan.awards == .byCertificateNumber { draft.row.isAwarded = true }
      } else {
        tell(.notANumber(heading: column.heading), column, draft)
      }
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
      .juryReference, .block, .verdict, .verdictOn, .dayOf, .mark, .markOn, .validatedBlocks,
      .refusedBlocks, .state, .toCorrect:
      return
    }
  }
}
