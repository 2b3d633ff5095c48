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
  /// A matching by augmenting paths, so that a member sitting in two roles takes the one no other can.
  package static func missing(_ required: [JuryRole], among seats: [JurySeat]) -> [JuryRole] {
    var taken: [MemberID: Int] = [:]
    func place(_ role: Int, _ tried: inout Set<MemberID>) -> Bool {
      for seat in seats where seat.role == required[role] && tried.insert(seat.member).inserted {
        if let other = taken[seat.member], !place(other, &tried) { continue }
        taken[seat.member] = role
        return true
      }
      return false
    }
    return required.indices.compactMap { role in
      var tried: Set<MemberID> = []
      return place(role, &tried) ? nil : required[role]
    }
  }
}
