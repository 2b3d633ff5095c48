package import Events

/// What the rules ask of a jury's session.
extension JuryRegister {
  /// The certification it was convened for; nil before it is convened.
  package var certification: CertificationCode? { convened?.data.certification }

  /// The day its session is to be held on.
  package var sessionOn: CalendarDate? { rescheduledTo ?? convened?.data.sessionOn }

  /// The day its session was held on; nil until then.
  package var heldOn: CalendarDate? { presence?.heldOn }

  /// Whether it is cancelled.
  package var isCancelled: Bool { cancelled != nil }

  /// The members who sat at the session, each seat they hold; empty until it is held.
  package var present: [JurySeat] {
    guard let presence else { return [] }
    return seats.filter { presence.members.contains($0.member) && $0.isHeld(on: presence.heldOn) }
  }

  /// The ids told as present, members or not.
  package var presentIDs: [MemberID] { presence?.members ?? [] }

  /// The members recused from a candidacy.
  package func recused(from candidacy: CandidacyID) -> [MemberID] {
    recusals.filter { $0.recusal.candidacy == candidacy }.map(\.member)
  }

  /// Whether a candidacy is summoned: the latest summons is not withdrawn.
  package func hasSummoned(_ candidacy: CandidacyID) -> Bool {
    candidacies.contains {
      $0.candidacy == candidacy && $0.summoned != nil && $0.withdrawn == nil
    }
  }

  /// Whether a candidate was absent, excused or not.
  package func wasAbsent(_ candidacy: CandidacyID) -> Bool {
    candidacies.contains { $0.candidacy == candidacy && $0.absence != nil }
  }
}
