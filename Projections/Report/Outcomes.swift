internal import Events

/// What became of the candidacies that juries met: one count for each candidacy and jury.
///
/// `presented` is the sum of `certified`, `partial`, `refused` and `fallen`. Of each the latest known on the
/// day asked counts, and a candidacy presented to two juries counts once for each.
public struct Outcomes: Hashable, Sendable {
  /// Presented to the jury that completed it, and certified since; the award in force may be of a later
  /// day.
  public private(set) var certified = 0
  /// At least one block validated by this jury, and not certified on it.
  public private(set) var partial = 0
  /// Only refusals of this jury in force.
  public private(set) var refused = 0
  /// Decided on, and every decision revoked or overturned on appeal since.
  public private(set) var fallen = 0
  /// Absent, and not decided on by this jury; counted on the day of the absence.
  public internal(set) var absent = 0

  /// The candidacies that the jury decided on, counted on the day of its first decision.
  public var presented: Int { certified + partial + refused + fallen }

  /// Whether no candidacy was met.
  public var isEmpty: Bool { presented + absent == 0 }

  mutating func add(_ outcome: Presentation.Outcome) {
    switch outcome {
    case .certified: certified += 1
    case .partial: partial += 1
    case .refused: refused += 1
    case .fallen: fallen += 1
    }
  }

  var json: [JSONMember] {
    [
      JSONMember("presented", .integer(presented)), JSONMember("certified", .integer(certified)),
      JSONMember("partial", .integer(partial)), JSONMember("refused", .integer(refused)),
      JSONMember("fallen", .integer(fallen)), JSONMember("absent", .integer(absent)),
    ]
  }
}

/// So many of so many.
public struct Share: Hashable, Sendable {
  public let count: Int
  public let base: Int

  public init(_ count: Int, of base: Int) {
    self.count = count
    self.base = base
  }

  /// Whole percent, rounded half up; nil of nothing.
  public var percent: Int? { base == 0 ? nil : (200 * count + base) / (2 * base) }

  var json: JSONValue {
    [
      "count": .integer(count), "base": .integer(base),
      "percent": .orNull(percent) { .integer($0) },
    ]
  }
}
