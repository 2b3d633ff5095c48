public import Events
public import Projections

/// The state that rules judge an entry on: everything known, folded up to the entry.
///
/// ```swift
/// var state = JudgingState(timeless, introducedIDs)
/// for envelope in earlierEventsInFoldOrder { state.open(envelope); state.apply(envelope) }
/// RuleBook.violations(of: entry, in: state)
/// ```
///
/// It holds one fold at two moments: ``before`` the entry (by day, then position), which most rules
/// read, and at the end of the entry's day (``sameDay``). So open all events of a day before you apply
/// the first. Reads no clock and no file.
public struct JudgingState: Sendable {
  package let timeless: TimelessFacts
  package private(set) var introducedIDs: IntroducedIDs
  private(set) var selections: SelectionFacts
  /// The fold of the events strictly before the entry.
  package private(set) var before: LedgerState
  /// The facts that count for their whole day, through the entry's day.
  private(set) var sameDay: SameDayFacts
  /// The candidacies of each person, by the id that merged ids resolve to, in fold order.
  private var candidacies: [CandidateID: [CandidacyID]] = [:]
  /// The candidacies whose pathway, open only to complete, a claim alone opened when it was last
  /// chosen.
  private var openedByClaim: Set<CandidacyID> = []

  /// - Parameters:
  ///   - timeless: from every known event.
  ///   - introducedIDs: from every known event that is not annulled.
  ///   - selections: from every known event that is not annulled.
  public init(
    _ timeless: TimelessFacts, _ introducedIDs: IntroducedIDs, _ selections: SelectionFacts
  ) {
    self.timeless = timeless
    self.introducedIDs = introducedIDs
    self.selections = selections
    before = LedgerState(timeless)
    sameDay = SameDayFacts(timeless)
  }

  /// Adds an event that became known after this state was made to what is known of every day: what it
  /// introduces, and selections. Before it is opened; not for an event of ``Projections/TimelessFacts/types``,
  /// which changes what the fold rests on.
  package mutating func learn(_ envelope: Envelope) {
    introducedIDs.take(envelope)
    selections.take(envelope)
  }

  /// Adds an event to ``sameDay``; in fold order.
  public mutating func open(_ envelope: Envelope) {
    if timeless.annulled.contains(envelope.event.id) { return }
    sameDay.apply(envelope)
  }

  /// Adds an event to ``before``; in fold order.
  public mutating func apply(_ envelope: Envelope) {
    if timeless.annulled.contains(envelope.event.id) { return }
    noteClaims(opening: envelope)
    before.apply(envelope)
    if case .candidateEnrolled(let data) = envelope.event.fact,
      before.enrolment(of: data.candidacy)?.moment.position == envelope.position
    {
      candidacies[timeless.person(data.candidate), default: []].append(data.candidacy)
    }
  }

  /// Notes whether a claim alone opens the pathway that an event chooses, before it is applied.
  private mutating func noteClaims(opening envelope: Envelope) {
    // Asked here too, for the question takes a copy of the state: 5 % of all rules over a history.
    guard envelope.event.fact.choosesPathway,
      let (candidacy, isClaimAlone) = opening(by: envelope)
    else { return }
    if isClaimAlone { openedByClaim.insert(candidacy) } else { openedByClaim.remove(candidacy) }
  }

  /// The candidacy whose pathway an event chooses, and whether a claim alone opens it; nil for any other
  /// event.
  private func opening(by envelope: Envelope) -> (candidacy: CandidacyID, isClaimAlone: Bool)? {
    let (fact, day) = (envelope.event.fact, envelope.event.occurredOn)
    // A second enrolment, against R15, changes nothing.
    if case .candidateEnrolled(let data) = fact, before.enrolment(of: data.candidacy) != nil {
      return nil
    }
    guard let choice = PathwayChoice(fact, on: day, in: self) else { return nil }
    return (choice.candidacy, choice.isOpenedByClaimAlone(on: day, in: self))
  }

  /// Whether a claim alone had opened the pathway that a candidacy follows at the entry.
  func isOpenedByClaimAlone(_ candidacy: CandidacyID) -> Bool {
    openedByClaim.contains(candidacy)
  }

  /// Whether an entry is annulled; no rule judges it then.
  public func isAnnulled(_ entry: Entry) -> Bool {
    timeless.annulled.contains(entry.event.id)
  }
}

// MARK: What the rules read

extension JudgingState {
  /// Everything recorded about a candidacy before the entry, even when its enrolment was annulled.
  func record(of candidacy: CandidacyID) -> CandidacyRecord? { before.record(of: candidacy) }

  /// The enrolment of a candidacy by the end of the entry's day: an enrolment entered or corrected
  /// later on the same day governs the facts of that day.
  func enrolment(of candidacy: CandidacyID) -> Enrolment? {
    sameDay.enrolment(of: candidacy)
  }

  /// The framework of a candidacy's certification; nil before its enrolment.
  func framework(of candidacy: CandidacyID) -> Framework? {
    enrolment(of: candidacy).flatMap { timeless.frameworks[$0.certification] }
  }

  /// Whether a candidacy has a fact dated before a day.
  func hasFacts(of candidacy: CandidacyID, before day: CalendarDate) -> Bool {
    before.firstDay(of: candidacy).map { $0 < day } ?? false
  }

  /// The blocks a candidacy holds on a day.
  func held(by candidacy: CandidacyID, on day: CalendarDate) -> Set<BlockCode> {
    guard let framework = framework(of: candidacy) else { return [] }
    return Set(before.heldBlocks(of: candidacy, in: framework, on: day).keys)
  }

  /// The candidacies of a person, under any of their merged ids, in fold order.
  func candidacies(of candidate: CandidateID) -> [CandidacyID] {
    candidacies[timeless.person(candidate), default: []]
  }

  /// The other candidacies of a person for a certification, in fold order.
  func others(
    of candidate: CandidateID, for certification: CertificationCode, than candidacy: CandidacyID
  ) -> [CandidacyID] {
    candidacies(of: candidate).filter {
      $0 != candidacy && enrolment(of: $0)?.certification == certification
    }
  }

  /// The other candidacies of a person for a certification, for a version that it succeeds or for one
  /// that succeeds it, in fold order.
  func others(
    of candidate: CandidateID, amongVersionsOf certification: CertificationCode,
    than candidacy: CandidacyID
  ) -> [CandidacyID] {
    candidacies[timeless.person(candidate), default: []].filter { other in
      guard other != candidacy, let enrolment = enrolment(of: other) else { return false }
      return before.supersessions.areVersions(enrolment.certification, certification)
    }
  }

  /// Whether two ids are one person, merges of any day included.
  func isOnePerson(_ left: CandidateID, _ right: CandidateID) -> Bool {
    timeless.person(left) == timeless.person(right)
  }

  /// A candidacy's status, window and blocks on a day, derived from ``before``.
  func candidacy(_ id: CandidacyID, on day: CalendarDate) -> CandidacyState? {
    before.candidacy(id, on: day)
  }
}

extension Fact {
  fileprivate var choosesPathway: Bool {
    type == .candidateEnrolled || type == .pathwayChanged
  }
}
