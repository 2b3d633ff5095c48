internal import EventLog
internal import Events
internal import Projections
internal import Rules

/// The events read about some subjects, and the queries that found them: a dynamic consistency boundary.
///
/// A decision is made from the events, and the queries guard its append (``condition``): an event that
/// matches one of them and was appended in between could change the decision.
///
/// ```swift
/// var boundary = ConsistencyBoundary(of: log, known: last)
/// try boundary.read(candidacy: id)
/// let events = boundary.inFoldOrder
/// … try log.append(decided, unless: boundary.condition)
/// ```
///
/// Cost: an index read for each query; about ten for a candidacy of forty events.
struct ConsistencyBoundary {
  private let log: any EventLog
  /// The last position of the log that is read.
  private let known: Position
  /// Events that are judged and not appended yet, after those of the log.
  private let pending: PendingEvents
  /// The queries made, of the log and of the pending events.
  private var queries: [EventQuery] = []
  private var events: [Position: Envelope] = [:]
  /// For each id, those that the events read merge it with.
  private var merged: [CandidateID: [CandidateID]] = [:]
  private var candidacies: Set<CandidacyID> = []
  private var candidates: Set<CandidateID> = []
  private var certifications: Set<CertificationCode> = []

  init(of log: any EventLog, known: Position, pending: PendingEvents = PendingEvents()) {
    self.log = log
    self.known = known
    self.pending = pending
  }

  /// The events read, each once, sorted by day, then by position.
  var inFoldOrder: [Envelope] { events.values.inFoldOrder }

  /// The condition that no event matching one of the queries was appended since.
  var condition: AppendCondition {
    AppendCondition(nothingMatchingAny: queries, after: known)
  }

  /// Reads the events of any of these types that have any of these subjects. No types: all types.
  @discardableResult
  mutating func read(_ subjects: [Subject], _ types: [EventType] = []) throws -> [Envelope] {
    guard !subjects.isEmpty else { return [] }
    let query = EventQuery(subjects: subjects, types: types, through: known)
    let found = try log.events(query) + pending.matching(query)
    for envelope in found {
      guard events.updateValue(envelope, forKey: envelope.position) == nil,
        case .candidateMerged(let data) = envelope.event.fact
      else { continue }
      merged[data.candidate, default: []].append(data.into)
      merged[data.into, default: []].append(data.candidate)
    }
    queries.append(EventQuery(subjects: subjects, types: types))
    return found
  }

  /// Reads the certificates, whole and partial, whose number differs from this one in case at most, and
  /// their annulments.
  ///
  /// The condition names the types of certificates and no subject: the next number in another case has
  /// another subject.
  ///
  /// Cost: where the log has no index of them, every certificate is decoded.
  mutating func read(certificatesLike number: CertificateNumber) throws {
    let types: [EventType] = [.certificateIssued, .certificateReissued, .partialCertificateIssued]
    let folded = number.caseFolded
    var alike: Set<Subject> = [.certificate(number)]
    var unread = pending.matching(types)
    if let numbers = try log.certificates(like: number) {
      alike.formUnion(numbers.map { .certificate($0) })
    } else {
      unread += try log.events(EventQuery(types: types, through: known))
    }
    for envelope in unread {
      if case .subject(.certificate(let other)) = envelope.event.fact.payload.introduces,
        other.caseFolded == folded
      {
        alike.insert(.certificate(other))
      }
    }
    queries.append(EventQuery(types: types))
    try read(alike.sorted(), IntroducedIDs.types)
  }

  /// Reads the merges of some ids, and of those they were merged with.
  mutating func readMerges(of candidates: [CandidateID]) throws {
    for candidate in candidates { try readMerges(of: candidate) }
  }
}

// MARK: What depends on what

extension ConsistencyBoundary {
  /// Reads the events that a candidacy's state depends on: its own, those of the candidacies that it
  /// completes or that complete it, those that its recognitions come from, its juries' cancellations and
  /// annulments, its person's merges and death, its certification's framework and policies, and the
  /// annulments of any of these.
  mutating func read(candidacy: CandidacyID) throws {
    var unread = [candidacy]
    while let member = unread.popLast() {
      guard candidacies.insert(member).inserted else { continue }
      var juries: Set<JuryID> = []
      for envelope in try read([.candidacy(member)]) {
        let fact = envelope.event.fact
        if let jury = fact.jury, fact.candidacy == member { juries.insert(jury) }
        if let enrolment = fact.enrolled {
          unread += [enrolment.candidacy] + (enrolment.completes.map { [$0] } ?? [])
          try read(certification: enrolment.certification)
          try readMerges(of: enrolment.candidate)
        } else if case .priorValidationRecognised(let data) = fact, data.candidacy == member {
          unread += data.source.candidacy.map { [$0] } ?? []
        }
      }
      try read(
        juries.sorted { $0.text < $1.text }.map { .jury($0) },
        [.juryCancelled, .juryAnnulled, .eventAnnulled])
    }
  }

  /// Reads every candidacy of a person, under all their ids, and the events that each depends on.
  mutating func read(person candidate: CandidateID) throws {
    for id in try readMerges(of: candidate) {
      let types: [EventType] = [.candidateRegistered, .candidateEnrolled, .eventAnnulled]
      for envelope in try read([.candidate(id)], types) {
        if let enrolment = envelope.event.fact.enrolled { try read(candidacy: enrolment.candidacy) }
      }
    }
  }

  /// Reads a jury's members, session, recusals and minutes, and its certification.
  mutating func read(jury: JuryID) throws {
    let types: [EventType] = [
      .juryConvened, .juryRescheduled, .juryCancelled, .juryAnnulled, .juryMemberAdded,
      .juryMemberReplaced, .juryMemberRecused, .juryHeld, .juryDeliberated, .eventAnnulled,
    ]
    for envelope in try read([.jury(jury)], types) {
      if case .juryConvened(let data) = envelope.event.fact {
        try read(certification: data.certification)
      }
    }
  }

  /// Reads a certification's framework, registration, policies and the versions around it.
  mutating func read(certification: CertificationCode) throws {
    let types: [EventType] = [
      .certificationRegistered, .registrationRenewed, .certificationWithdrawn,
      .registrationSuspended, .registrationReinstated, .certificationSuperseded,
      .completionWindowPolicyChanged, .blockValidityPolicyChanged, .juryPolicyChanged,
      .eventAnnulled,
    ]
    var unread = [certification]
    while let code = unread.popLast() {
      guard certifications.insert(code).inserted else { continue }
      for envelope in try read([.certification(code)], types) {
        if case .certificationSuperseded(let data) = envelope.event.fact {
          unread += [data.certification, data.by]
        }
      }
    }
  }

  /// Reads the merges and the death of an id, and of those it was merged with.
  ///
  /// - Returns: all these ids, including those of annulled merges.
  @discardableResult
  private mutating func readMerges(of candidate: CandidateID) throws -> Set<CandidateID> {
    try readIDs(of: candidate, [.candidateMerged, .candidateDeceased, .eventAnnulled])
  }

  /// Reads an id's events, and those of the ids it was merged with.
  ///
  /// - Parameter types: must include merges and annulments; none: all types.
  /// - Returns: all these ids, including those of annulled merges.
  mutating func readIDs(
    of candidate: CandidateID, _ types: [EventType] = []
  ) throws -> Set<CandidateID> {
    var met: Set<CandidateID> = [candidate]
    var unread = [candidate]
    while let id = unread.popLast() {
      // An id that was read before is not read again; its merges are in `merged`.
      if candidates.insert(id).inserted || types.isEmpty { try read([.candidate(id)], types) }
      for other in merged[id, default: []] where met.insert(other).inserted { unread.append(other) }
    }
    return met
  }
}

extension Fact {
  /// The enrolment; nil for another fact.
  var enrolled: CandidateEnrolled? {
    if case .candidateEnrolled(let data) = self { data } else { nil }
  }
}
