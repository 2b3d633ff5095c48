internal import Events

/// A fact's place in valid time: its day, then its position. What every fold is ordered by.
struct Moment: Comparable, Hashable {
  let day: CalendarDate
  let position: Position

  static func < (left: Self, right: Self) -> Bool {
    left.day == right.day ? left.position < right.position : left.day < right.day
  }
}

/// A jury's decision on a block, and what became of it.
struct BlockDecision {
  /// What became of a decision.
  enum Fate {
    case stands
    /// Revoked, at this moment.
    case revoked(Moment)
    /// Overturned on appeal: as if it had not been.
    case fallen
  }

  let block: BlockCode
  let jury: JuryID
  let validated: Bool
  let moment: Moment
  var fate = Fate.stands

  var stands: Bool {
    if case .stands = fate { true } else { false }
  }
}

/// A prior validation recognised, and its revocation if any.
struct BlockRecognition {
  let block: BlockCode
  let source: ValidationSource
  let moment: Moment
  var revoked: Moment?
}
