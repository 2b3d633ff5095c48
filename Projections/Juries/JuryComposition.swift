public import Events

/// A jury against the roles that one pathway asks for, each to be held by another person.
public struct JuryComposition: Hashable, Sendable {
  /// The pathway.
  public let pathway: Pathway
  /// The roles required on the session's day.
  public let required: [JuryRole]
  /// Where they come from.
  public let basis: Basis
  /// Those no member holds.
  public let missing: [JuryRole]
  /// Those no member present holds; nil until the session is held.
  public let missingPresent: [JuryRole]?
}

extension JuryRole {
  /// Which of the roles required these seats leave vacant, each seat's person taking one role at most.
  ///
  /// A matching by augmenting paths, so that a member sitting in two roles takes the one no other can;
  /// each path is searched breadth first, without recursion.
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
          // Along the path, each role takes who it asked and lets go who it held.
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
