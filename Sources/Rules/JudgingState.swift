public import Events
public import Projections

/// What the rules judge an entry on: the ledger as it was before the entry, by all that is known.
///
/// ```swift
/// var state = JudgingState(timeless, introducedIDs)
/// for envelope in earlierEventsInFoldOrder { state.open(envelope); state.apply(envelope) }
/// RuleBook.violations(of: entry, in: state)
/// ```
///
/// It is the same fold cut at two moments: ``before`` the entry (by day, then position), which most
/// rules read, and at the end of the entry's day (``sameDay``). So a day's events are all opened before
/// its first one is applied. Reads no clock and no file.
public struct JudgingState: Sendable {
  package let timeless: TimelessFacts
  let introducedIDs: IntroducedIDs
  /// What comes strictly before the entry.
  package private(set) var before: LedgerState
  /// What counts from the start of the day it occurred on, through the entry's day.
  private(set) var sameDay: SameDayFacts
  /// The candidacies of each person, under the id known now, in fold order.
  private var candidacies: [CandidateID: [CandidacyID]] = [:]

  /// - Parameters:
  ///   - timeless: gathered from every known event.
  ///   - introducedIDs: gathered from every known event that is not annulled.
  public init(_ timeless: TimelessFacts, _ introducedIDs: IntroducedIDs) {
    self.timeless = timeless
    self.introducedIDs = introducedIDs
    before = LedgerState(timeless)
    sameDay = SameDayFacts(timeless)
  }

  /// Makes an event count for the rules that read the whole day; in fold order.
  public mutating func open(_ envelope: Envelope) {
    if timeless.annulled.contains(envelope.event.id) { return }
    sameDay.apply(envelope)
  }

  /// Makes an event count for every rule; in fold order.
  public mutating func apply(_ envelope: Envelope) {
    if timeless.annulled.contains(envelope.event.id) { return }
    before.apply(envelope)
    if case .candidateEnrolled(let data) = envelope.event.fact,
      before.records[data.candidacy]?.enrolment?.moment.position == envelope.position
    {
      candidacies[timeless.person(data.candidate), default: []].append(data.candidacy)
    }
  }

  /// Whether an entry is annulled, and so judged by no rule.
  public func isAnnulled(_ entry: Entry) -> Bool {
    timeless.annulled.contains(entry.event.id)
  }
}

// MARK: What the rules ask

extension JudgingState {
  /// Everything recorded about a candidacy before the entry, even when its enrolment was annulled.
  func record(of candidacy: CandidacyID) -> CandidacyRecord? { before.records[candidacy] }

  /// The enrolment of a candidacy whose file is open by the end of the entry's day: it is the day that
  /// counts, so that one entered or corrected after a fact of that day governs it.
  func enrolment(of candidacy: CandidacyID) -> CandidateEnrolled? {
    sameDay.enrolment(of: candidacy)
  }

  /// The framework of a candidacy's certification; nil before its enrolment.
  func framework(of candidacy: CandidacyID) -> Framework? {
    enrolment(of: candidacy).flatMap { timeless.frameworks[$0.certification] }
  }

  /// Whether any fact of a candidacy comes before a day.
  func hasFacts(of candidacy: CandidacyID, before day: CalendarDate) -> Bool {
    record(of: candidacy).map { $0.firstDay < day } ?? false
  }

  /// The blocks a candidacy holds on a day.
  func held(by candidacy: CandidacyID, on day: CalendarDate) -> Set<BlockCode> {
    guard let framework = framework(of: candidacy) else { return [] }
    return Set(before.heldBlocks(of: candidacy, in: framework, on: day).keys)
  }

  /// The other candidacies of a person for a certification, in fold order.
  func others(
    of candidate: CandidateID, for certification: CertificationCode, than candidacy: CandidacyID
  ) -> [CandidacyID] {
    candidacies[timeless.person(candidate), default: []].filter {
      $0 != candidacy && enrolment(of: $0)?.certification == certification
    }
  }

  /// Whether two ids are one person, by all that is known.
  func isOnePerson(_ left: CandidateID, _ right: CandidateID) -> Bool {
    timeless.person(left) == timeless.person(right)
  }

  /// A candidacy's status, window and blocks on a day, as they follow from what comes before the entry.
  func candidacy(_ id: CandidacyID, on day: CalendarDate) -> CandidacyState? {
    before.candidacy(id, on: day)
  }
}
