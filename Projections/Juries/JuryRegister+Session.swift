package import Events

/// What the rules read about a jury and its session.
///
/// A fact that must be there may be of the same day as the entry judged, whatever its position; one
/// that must not be there yet comes before the entry by day, then position: such readings take the
/// entry's moment.
extension JuryRegister {
  /// Nil before the jury is convened.
  package var certification: CertificationCode? { convened?.data.certification }

  /// Nil before the jury is convened.
  package var convenedOn: CalendarDate? { convened?.moment.day }

  /// Whether the jury was convened without its members, by an import.
  package var isCompositionUnknown: Bool { convened.map { $0.data.members == nil } ?? false }

  /// The days planned for its session, after rescheduling; nil before the jury is convened.
  package var session: SessionDays? { rescheduledTo ?? convened.map { SessionDays($0.data) } }

  /// The first day planned for its session, after rescheduling; nil before the jury is convened.
  package var sessionOn: CalendarDate? { session?.first }

  /// The sitting that a decision of the last day folded rests on: of that day, else the latest
  /// before; of one day, the last recorded. Nil until the session is held.
  package var sitting: JuryPresence? { presences.last }

  /// The sittings by day; of one day, the last recorded.
  var sittings: [JuryPresence] {
    presences.indices.filter { index in
      index + 1 == presences.count || presences[index + 1].heldOn != presences[index].heldOn
    }.map { presences[$0] }
  }

  /// The day of ``sitting``.
  package var heldOn: CalendarDate? { sitting?.heldOn }

  /// The seats of the members present at a sitting, held on its day.
  package func present(at sitting: JuryPresence) -> [JurySeat] {
    let present = sitting.members ?? []
    return seats.filter { present.contains($0.member) && $0.isHeld(on: sitting.heldOn) }
  }

  /// Whether the convening comes before a moment.
  package func isConvened(before moment: Moment) -> Bool {
    convened.map { $0.moment < moment } ?? false
  }

  /// Whether a cancellation comes before a moment.
  package func isCancelled(before moment: Moment) -> Bool { cancelled.map { $0 < moment } ?? false }

  /// Whether an annulment of the jury comes before a moment.
  package func isAnnulled(before moment: Moment) -> Bool { annulled.map { $0 < moment } ?? false }

  /// The first sitting recorded before a moment, of one day or of any; nil if there is none.
  package func sitting(on day: CalendarDate? = nil, before moment: Moment) -> JuryPresence? {
    presences.first { sitting in
      sitting.moment < moment && (day.map { $0 == sitting.heldOn } ?? true)
    }
  }

  /// The first minutes recorded before a moment; nil if there are none.
  package func minutes(before moment: Moment) -> JuryMinutes? {
    minutes.first { Moment(day: $0.signedOn, position: $0.position) < moment }
  }

  /// Whether an id is a member's at some moment of a day.
  package func isMember(_ member: MemberID, on day: CalendarDate) -> Bool {
    seats.contains { $0.member == member && $0.isHeld(on: day) }
  }

  /// Whether an id is a member's, by the events before a moment.
  package func isMember(_ member: MemberID, before moment: Moment) -> Bool {
    seats.contains { $0.member == member && $0.isHeld(before: moment) }
  }

  /// The members recused from a candidacy before a moment.
  package func recused(
    from candidacy: CandidacyID, before moment: Moment
  ) -> [MemberID] {
    recusals.filter { $0.recusal.candidacy == candidacy && $0.recusal.moment < moment }
      .map(\.member)
  }

  /// The first summons of a candidacy that was not withdrawn before a moment; nil if there is none.
  package func standingSummons(
    of candidacy: CandidacyID, before moment: Moment
  ) -> Moment? {
    entry(of: candidacy)?.standingSummons(before: moment)
  }

  /// Whether an absence, excused or not, was recorded before a moment.
  package func wasAbsent(_ candidacy: CandidacyID, before moment: Moment) -> Bool {
    entry(of: candidacy)?.absences.contains { $0.moment < moment } ?? false
  }

  /// Whether the jury summoned a candidacy, even if the summons was withdrawn, or decided on it.
  package func hasMet(_ candidacy: CandidacyID) -> Bool {
    entry(of: candidacy).map { $0.summoned != nil || !$0.decisions.isEmpty } ?? false
  }

  private func entry(of candidacy: CandidacyID) -> JuryCandidacy? {
    candidacies.first { $0.candidacy == candidacy }
  }
}

extension JuryPresence {
  var moment: Moment { Moment(day: heldOn, position: position) }
}
