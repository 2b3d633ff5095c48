public import Events
public import Projections

/// The history an entry is judged on: what stands before it, by all that is known.
///
/// ```swift
/// var history = History(knowledge, firstUses)
/// for envelope in earlierEventsInFoldOrder { history.open(envelope); history.apply(envelope) }
/// RuleBook.breaches(of: entry, in: history)
/// ```
///
/// Two readings run side by side: most rules read what comes strictly before the entry (day, then
/// position), some the whole day. So a day's events are all opened before its first one is applied.
/// Pure: no clock, no file.
public struct History: Sendable {
  package let knowledge: Knowledge
  let firstUses: FirstUses
  /// Strictly before the entry.
  package private(set) var ledger: LedgerState
  /// Through the entry's day.
  private(set) var wholeDay = WholeDay()
  private var files: [CandidacyID: CaseFile] = [:]
  /// The candidacies of each person, under the id known now, in fold order.
  private var candidacies: [CandidateID: [CandidacyID]] = [:]

  /// - Parameters:
  ///   - knowledge: gathered from every known event.
  ///   - firstUses: gathered from every known event that is not annulled.
  public init(_ knowledge: Knowledge, _ firstUses: FirstUses) {
    self.knowledge = knowledge
    self.firstUses = firstUses
    ledger = LedgerState(knowledge)
  }

  /// Makes an event count for the rules that read the whole day; in fold order.
  public mutating func open(_ envelope: Envelope) {
    if knowledge.annulled.contains(envelope.event.id) { return }
    wholeDay.apply(envelope, knowledge)
  }

  /// Makes an event count for every rule; in fold order.
  public mutating func apply(_ envelope: Envelope) {
    let event = envelope.event
    if knowledge.annulled.contains(event.id) { return }
    ledger.apply(envelope)
    guard let candidacy = event.fact.candidacy else { return }
    files[candidacy, default: CaseFile()].apply(
      event.fact, Moment(day: event.occurredOn, position: envelope.position))
    if case .candidateEnrolled(let data) = event.fact {
      let person = knowledge.person(data.candidate)
      if ledger.records[candidacy]?.enrolment?.moment.position == envelope.position {
        candidacies[person, default: []].append(candidacy)
      }
    }
  }
}

extension History {
  /// Whether an entry is passed over.
  public func isAnnulled(_ entry: Entry) -> Bool {
    knowledge.annulled.contains(entry.event.id)
  }
}

// MARK: What the rules ask

extension History {
  /// What was recorded of a candidacy, its enrolment or not: what hung on an entry since annulled stays.
  func facts(of candidacy: CandidacyID) -> CandidacyRecord? { ledger.records[candidacy] }

  /// The enrolment of a candidacy whose file is open by the end of the entry's day: it is the day that
  /// counts, so that one entered or corrected after a fact of that day governs it.
  func enrolment(of candidacy: CandidacyID) -> CandidateEnrolled? {
    wholeDay.enrolments[candidacy]
  }

  /// The framework of a candidacy's certification; nil before its enrolment.
  func framework(of candidacy: CandidacyID) -> Framework? {
    enrolment(of: candidacy).flatMap { knowledge.frameworks[$0.certification] }
  }

  func file(of candidacy: CandidacyID) -> CaseFile { files[candidacy] ?? CaseFile() }

  /// Whether any fact of a candidacy comes before a day.
  func hasFacts(of candidacy: CandidacyID, before day: CalendarDate) -> Bool {
    files[candidacy]?.firstDay.map { $0 < day } ?? false
  }

  /// The blocks a candidacy holds on a day.
  func held(by candidacy: CandidacyID, on day: CalendarDate) -> Set<BlockCode> {
    guard let framework = framework(of: candidacy) else { return [] }
    return Set(ledger.holdings(of: candidacy, in: framework, on: day).keys)
  }

  /// The other candidacies of a person for a certification, in fold order.
  func others(
    of candidate: CandidateID, for certification: CertificationCode, than candidacy: CandidacyID
  ) -> [CandidacyID] {
    candidacies[knowledge.person(candidate), default: []].filter {
      $0 != candidacy && enrolment(of: $0)?.certification == certification
    }
  }

  /// Whether two ids are one person, by all that is known.
  func isOnePerson(_ left: CandidateID, _ right: CandidateID) -> Bool {
    knowledge.person(left) == knowledge.person(right)
  }

  /// What is derived from the history on a day, for the status, window and blocks.
  func state(of candidacy: CandidacyID, on day: CalendarDate) -> CandidacyState? {
    ledger.candidacy(candidacy, on: day)
  }
}
