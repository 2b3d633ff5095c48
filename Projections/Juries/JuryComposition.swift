public import Events

/// A jury compared with the roles required for one pathway, each to be held by a different person
/// (R03).
public struct JuryComposition: Hashable, Sendable {
  public let pathway: Pathway
  /// The roles required by the policy of the session's first day.
  public let required: [JuryRole]
  /// The basis of ``required``.
  public let basis: Basis
  /// The required roles that the members cannot fill.
  public let missing: [JuryRole]
  /// The required roles that the members present cannot fill, for each sitting, by day.
  public let sittings: [SittingGap]

  /// The required roles that the members present at the latest sitting cannot fill; nil until the
  /// session is held.
  public var missingPresent: [JuryRole]? { sittings.last?.missing }

  /// The required roles that those present at one sitting cannot fill.
  public struct SittingGap: Hashable, Sendable {
    /// The day of the sitting.
    public let heldOn: CalendarDate
    public let missing: [JuryRole]
  }
}

extension JuryRole {
  /// The required roles that remain vacant when each member fills at most one.
  ///
  /// A maximum bipartite matching by augmenting paths, so that a member with two roles gets the one
  /// that no other member can fill. Each path is searched breadth first, without recursion.
  package static func missing(_ required: [JuryRole], among seats: [JurySeat]) -> [JuryRole] {
    var taken: [MemberID: Int] = [:]
    var holders = [MemberID?](repeating: nil, count: required.count)
    return required.indices.compactMap { first in
      var askedBy: [MemberID: Int] = [:]
      var roles = [first]
      var next = 0
      while next < roles.count {
        let role = roles[next]
        next += 1
        for seat in seats where seat.role == required[role] && askedBy[seat.member] == nil {
          askedBy[seat.member] = role
          if let other = taken[seat.member] {
            roles.append(other)
            continue
          }
          // Along the path, each role is given the member found for it and releases its former one.
          var (member, gets) = (seat.member, role)
          while true {
            let given = holders[gets]
            holders[gets] = member
            taken[member] = gets
            guard let given, let asker = askedBy[given] else { return nil }
            (member, gets) = (given, asker)
          }
        }
      }
      return required[first]
    }
  }
}
