package import Events

/// A fact's place in valid time: its day, then its position. What every fold is ordered by.
package struct Moment: Comparable, Hashable, Sendable {
  package let day: CalendarDate
  package let position: Position

  package init(day: CalendarDate, position: Position) {
    self.day = day
    self.position = position
  }

  package static func < (left: Self, right: Self) -> Bool {
    left.day == right.day ? left.position < right.position : left.day < right.day
  }
}

/// A jury's decision on a block, and what became of it.
package struct BlockDecision: Sendable {
  /// What became of a decision.
  package enum Fate: Sendable {
    case stands
    /// Revoked, at this moment.
    case revoked(Moment)
    /// Overturned on appeal: as if it had not been.
    case fallen
  }

  package let block: BlockCode
  package let jury: JuryID
  package let validated: Bool
  package let moment: Moment
  package internal(set) var fate = Fate.stands

  package var stands: Bool {
    if case .stands = fate { true } else { false }
  }
}

/// A prior validation recognised, and its revocation if any.
package struct BlockRecognition: Sendable {
  package let block: BlockCode
  package let source: ValidationSource
  package let moment: Moment
  package internal(set) var revoked: Moment?
}
