internal import Events

/// To which of the sessions that a row has the decisions of a column belong.
enum ColumnSession: Hashable {
  /// The row's only one.
  case row
  /// That of a column of days, by the column's place.
  case column(Int)
  /// The day that the plan has for the column.
  case fixed(CalendarDate)
}

extension ColumnSession {
  /// The session of each column; nil: a column without decisions on blocks.
  ///
  /// Where several columns have a session's day, a decision is of the nearest one at its left, else of the first.
  ///
  /// - Parameter places: of the columns in the sheet, in the same order; nil: the sheet has no such column.
  static func all(of columns: [PlannedColumn], at places: [Int?]) -> [ColumnSession?] {
    let days = zip(columns, places).compactMap { column, place in
      column.field == .sessionDay ? place : nil
    }.sorted()
    return zip(columns, places).map { column, place in
      guard column.field.isOfASession, let place else { return nil }
      if let day = column.sessionOn { return .fixed(day) }
      guard days.count > 1, let first = days.first else { return .row }
      return .column(days.last { $0 < place } ?? first)
    }
  }
}

extension PlannedField {
  /// Whether its cells decide on blocks that the column, or a list, names.
  var isOfASession: Bool {
    switch self {
    case .verdictOn, .markOn, .validatedBlocks, .refusedBlocks: true
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
      .juryReference, .block, .verdict, .dayOf, .mark, .grounds, .recommendation, .result,
      .awardDay, .certificateNumber, .certificateDay, .state, .toCorrect:
      false
    }
  }
}

extension ImportPlan {
  /// Whether a row may have decisions of several sessions.
  var hasSeveralSessions: Bool {
    columns.count { $0.field == .sessionDay } > 1 || columns.contains { $0.sessionOn != nil }
  }
}
