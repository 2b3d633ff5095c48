package import EventLog
package import Events
package import Projections

/// Which candidacies a list has. The filters are combined with AND; nil: any.
package struct CandidacyFilter: Hashable, Sendable {
  package var status: CandidacyStatus?
  package var certification: CertificationCode?
  package var pathway: Pathway?
  /// One of these blocks is not held.
  package var missing: [CertifiedBlock]?
  /// The window is open and closes within so many days.
  package var closingWithin: Int?
  package var declaration: AskedDeclaration?
  /// Something is to be reviewed.
  package var isToReview = false

  package init() {}

  package func accepts(_ state: CandidacyState) -> Bool {
    if let status, state.status != status { return false }
    if let certification, state.certification != certification { return false }
    if let pathway, state.pathway != pathway { return false }
    if let declaration, !declaration.accepts(state) { return false }
    if isToReview, state.toReview.isEmpty { return false }
    if let closingWithin {
      guard let left = state.window.daysLeft, left <= closingWithin else { return false }
    }
    guard let missing else { return true }
    return state.blocks.contains { block in
      !block.status.isHeld && missing.contains(CertifiedBlock(state.certification, block.code))
    }
  }

  /// The same, as the tables are asked.
  func standings(on day: CalendarDate) -> StandingFilter {
    var filter = StandingFilter(on: day)
    filter.status = status?.rawValue
    filter.certification = certification
    filter.pathway = pathway?.rawValue
    filter.missing = missing
    filter.isToReview = isToReview
    if let closingWithin {
      filter.window = CompletionWindow.Status.open.rawValue
      filter.windowEndsBy = day.adding(days: closingWithin)
      // A window without limit does not close.
      if filter.windowEndsBy == .last { filter.windowEndsBy = CalendarDate.last.adding(days: -1) }
    }
    switch declaration {
    case nil: break
    case .notDeposited:
      filter.declaration = DeclarationAnswer.notDeposited.rawValue
      filter.isOwed = true
    case .deposited: filter.declaration = DeclarationAnswer.deposited.rawValue
    case .accepted: filter.declaration = DeclarationAnswer.accepted.rawValue
    case .rejected: filter.declaration = DeclarationAnswer.rejected.rawValue
    case .late: filter.isLate = true
    case .owed: filter.isOwed = true
    }
    return filter
  }
}

/// What a list asks of a declaration to the Caisse des Dépôts: its answer, or its lateness, which goes with any
/// of them.
package enum AskedDeclaration: Hashable, Sendable {
  /// Owed, and no flow deposited.
  case notDeposited
  case deposited, accepted, rejected
  /// Not accepted by the last day, whatever the answer since.
  case late
  /// Owed, whatever the answer.
  case owed

  package func accepts(_ state: CandidacyState) -> Bool {
    guard let declaration = state.declaration else { return false }
    return switch self {
    case .notDeposited: declaration.answer == .notDeposited && declaration.due != nil
    case .deposited: declaration.answer == .deposited
    case .accepted: declaration.answer == .accepted
    case .rejected: declaration.answer == .rejected
    case .late: declaration.isLate
    case .owed: declaration.due != nil
    }
  }
}
