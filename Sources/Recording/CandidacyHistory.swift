internal import CanonicalJSON
public import EventLog
public import Events
public import Projections

/// The events that bear on one candidacy, read by subject: never the whole log.
///
/// They are its own, those of the candidacies it completes or that complete it, those its
/// recognitions come from, its juries' cancellations, its person's merges, its certification's
/// framework and policies, and the annulments of any of these. Folding them answers about this
/// candidacy exactly as folding the whole log does.
///
/// Cost: a handful of index reads; for a candidacy of forty events, well under a millisecond.
public struct CandidacyHistory {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The last position read.
  public let known: Position
  /// The events, by position.
  private var events: [Position: Envelope] = [:]
  /// What is read from a jury, a certification or a person, beside annulments.
  private static let juryTypes: [EventType] = [.juryCancelled, .eventAnnulled]
  private static let certificationTypes: [EventType] = [
    .certificationRegistered, .completionWindowPolicyChanged, .blockValidityPolicyChanged,
    .eventAnnulled,
  ]
  private static let personTypes: [EventType] = [.candidateMerged, .eventAnnulled]

  /// Reads what is known of a candidacy.
  ///
  /// - Throws: ``LogFailure``.
  public init(of candidacy: CandidacyID, known: Position, in log: some EventLog) throws {
    self.candidacy = candidacy
    self.known = known
    let certifications = try readFamily(log)
    let own = events.values.filter { $0.event.fact.concerns(candidacy) }
    try read(
      Set(own.compactMap { $0.event.fact.summoningJury }).map { .jury($0) }, Self.juryTypes, log)
    try read(certifications.map { .certification($0) }, Self.certificationTypes, log)
    try readMerges(of: own.compactMap { $0.event.fact.enrolled?.candidate }, log)
  }

  /// What each event of the candidacy changed, in fold order.
  public var timeline: [TimelineEntry] {
    let ordered = inFoldOrder
    return Timeline.entries(of: candidacy, in: ordered, knowledge: Knowledge(ordered))
  }

  /// Where the candidacy stands on a day, by what was read.
  public func state(on day: CalendarDate) -> CandidacyState? {
    let ordered = inFoldOrder
    var state = LedgerState(Knowledge(ordered))
    for envelope in ordered.prefix(while: { $0.event.occurredOn <= day }) { state.apply(envelope) }
    return state.candidacy(candidacy, on: day)
  }

  private var inFoldOrder: [Envelope] {
    events.values.sorted {
      ($0.event.occurredOn, $0.position) < ($1.event.occurredOn, $1.position)
    }
  }

  /// Reads the candidacies bound to this one, and answers their certifications.
  private mutating func readFamily(_ log: some EventLog) throws -> Set<CertificationCode> {
    var certifications: Set<CertificationCode> = []
    var family = [candidacy]
    var next = 0
    while next < family.count {
      let member = family[next]
      next += 1
      for envelope in try read([.candidacy(member)], [], log) {
        var related: [CandidacyID] = []
        if let enrolment = envelope.event.fact.enrolled {
          certifications.insert(enrolment.certification)
          related = [enrolment.candidacy] + (enrolment.completes.map { [$0] } ?? [])
        } else if case .priorValidationRecognised(let data) = envelope.event.fact,
          data.candidacy == member
        {
          related = data.source.candidacy.map { [$0] } ?? []
        }
        family += Set(related).subtracting(family)
      }
    }
    return certifications
  }

  private mutating func readMerges(of candidates: [CandidateID], _ log: some EventLog) throws {
    var persons = Set(candidates)
    var unread = persons
    while !unread.isEmpty {
      let found = try read(unread.map { .candidate($0) }, Self.personTypes, log)
      unread = []
      for envelope in found {
        // Whoever merged into the same id, or into another since, is the same person.
        if case .candidateMerged(let data) = envelope.event.fact {
          unread.formUnion([data.candidate, data.into])
        }
      }
      unread.subtract(persons)
      persons.formUnion(unread)
    }
  }

  @discardableResult
  private mutating func read(
    _ subjects: [Subject], _ types: [EventType], _ log: some EventLog
  ) throws -> [Envelope] {
    guard !subjects.isEmpty else { return [] }
    var found: [Envelope] = []
    try log.read(EventQuery(subjects: subjects, types: types, through: known)) {
      found.append(try $0.envelope())
    }
    for envelope in found { events[envelope.position] = envelope }
    return found
  }
}

extension Fact {
  /// The enrolment, where this is one.
  var enrolled: CandidateEnrolled? {
    if case .candidateEnrolled(let data) = self { data } else { nil }
  }

  /// The jury that summons, where this is a summons.
  var summoningJury: JuryID? {
    if case .candidateSummoned(let data) = self { data.jury } else { nil }
  }

  /// Whether the candidacy is what this fact is about, not one it refers to.
  func concerns(_ candidacy: CandidacyID) -> Bool {
    subjects.first(where: \.isCandidacy) == .candidacy(candidacy)
  }
}

extension Subject {
  /// Whether it is a candidacy.
  var isCandidacy: Bool {
    if case .candidacy = self { true } else { false }
  }
}
