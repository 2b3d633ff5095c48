package import Events

/// What the rules read about a jury and its session.
extension JuryRegister {
  /// Nil before the jury is convened.
  package var certification: CertificationCode? { convened?.data.certification }

  /// The day planned for its session, after rescheduling; nil before the jury is convened.
  package var sessionOn: CalendarDate? { rescheduledTo ?? convened?.data.sessionOn }

  /// Nil until the session is held.
  package var heldOn: CalendarDate? { presence?.heldOn }

  package var isCancelled: Bool { cancelled != nil }

  /// The seats of the members present, held on the day of the session; empty until it is held.
  package var present: [JurySeat] {
    guard let presence else { return [] }
    return seats.filter { presence.members.contains($0.member) && $0.isHeld(on: presence.heldOn) }
  }

  /// The ids recorded as present, of members or not; empty until the session is held.
  package var presentIDs: [MemberID] { presence?.members ?? [] }

  /// The members recused from a candidacy.
  package func recused(from candidacy: CandidacyID) -> [MemberID] {
    recusals.filter { $0.recusal.candidacy == candidacy }.map(\.member)
  }

  /// Whether the latest summons of a candidacy is not withdrawn.
  package func hasSummoned(_ candidacy: CandidacyID) -> Bool {
    candidacies.contains {
      $0.candidacy == candidacy && $0.summoned != nil && $0.withdrawn == nil
    }
  }

  /// Whether an absence was recorded, excused or not.
  package func wasAbsent(_ candidacy: CandidacyID) -> Bool {
    candidacies.contains { $0.candidacy == candidacy && $0.absence != nil }
  }
}
