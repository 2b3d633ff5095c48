package import Events

/// Which candidacies a list has on one day. The filters are combined with AND; nil: any.
package struct StandingFilter: Hashable, Sendable {
  package var on: CalendarDate
  package var status: String?
  package var certification: CertificationCode?
  package var pathway: String?
  /// The state of the window.
  package var window: String?
  /// The last day of the window at the latest.
  package var windowEndsBy: CalendarDate?
  /// Whether only the last candidacy of each chain is asked for.
  package var isLastOfChain = false
  package var declaration: String?
  package var isOwed = false
  package var isLate = false
  package var isToReview = false
  /// One of these blocks is not held, of its certification.
  package var missing: [CertifiedBlock]?
  /// This candidacy alone.
  package var candidacy: CandidacyID?

  package init(on day: CalendarDate) { on = day }

  package func accepts(_ candidacy: CandidacyID, _ row: StandingRow) -> Bool {
    row.days.contains(on)
      && (self.candidacy ?? candidacy) == candidacy
      && (status ?? row.status) == row.status
      && (certification ?? row.certification) == row.certification
      && (pathway ?? row.pathway) == row.pathway
      && (window == nil || window == row.window)
      && (windowEndsBy.map { row.windowLastDay <= $0 } ?? true)
      && (row.isLastOfChain || !isLastOfChain)
      && (declaration == nil || declaration == row.declaration)
      && (row.isOwed || !isOwed) && (row.isLate || !isLate) && (row.isToReview || !isToReview)
      && (missing.map { blocks in
        row.missing.contains { blocks.contains(CertifiedBlock(row.certification, $0)) }
      } ?? true)
  }
}

/// A block of a certification.
package struct CertifiedBlock: Hashable, Sendable {
  package let certification: CertificationCode
  package let block: BlockCode

  package init(_ certification: CertificationCode, _ block: BlockCode) {
    self.certification = certification
    self.block = block
  }
}

/// A part of a list of candidacies.
package struct StandingQuery: Hashable, Sendable {
  package enum Order: Hashable, Sendable {
    case candidacy
    /// By the last day of the window, then by candidacy.
    case windowEnd
  }

  package var filter: StandingFilter
  package var order: Order
  /// Those after this one, in the order.
  package var after: StandingMatch?
  /// At most so many.
  package var limit: Int

  package init(
    _ filter: StandingFilter, by order: Order, after: StandingMatch? = nil, limit: Int
  ) {
    self.filter = filter
    self.order = order
    self.after = after
    self.limit = limit
  }
}

/// A candidacy that a list has, and its place in it.
package struct StandingMatch: Hashable, Sendable {
  package let candidacy: CandidacyID
  /// As in ``StandingRow/windowLastDay``.
  package let windowLastDay: CalendarDate

  package init(candidacy: CandidacyID, windowLastDay: CalendarDate) {
    self.candidacy = candidacy
    self.windowLastDay = windowLastDay
  }

  /// Whether it comes before another in an order.
  package func precedes(_ other: StandingMatch, by order: StandingQuery.Order) -> Bool {
    switch order {
    case .candidacy: candidacy < other.candidacy
    case .windowEnd:
      windowLastDay == other.windowLastDay
        ? candidacy < other.candidacy : windowLastDay < other.windowLastDay
    }
  }
}
