internal import EventLog
internal import Events
internal import Projections

/// What a ledger has of the persons of a sheet, their candidacies and the juries of their certifications.
///
/// Cost: one reading of the annulments, the merges and the changes of juries; then an index read for each
/// person, each candidacy and each certification, 64 of them in a query. That is less than a pass over the
/// log unless the sheet names most of its persons.
struct RecordedHistory: Sendable {
  struct Candidacy: Sendable {
    let id: CandidacyID
    let candidate: CandidateID
    let certification: CertificationCode
    let enrolledOn: CalendarDate
  }

  struct Jury: Sendable {
    let id: JuryID
    let certification: CertificationCode
    var days: ClosedRange<CalendarDate>
    /// The first day planned at its convening.
    let convenedFor: CalendarDate
    let isCompositionKnown: Bool
    /// Cancelled or annulled: it decides nothing, and its id is used.
    var isOver = false
  }

  let last: Position
  let timeless: TimelessFacts
  /// Standing entries, in fold order.
  private(set) var facts: [FactKey: [RecordedFact]] = [:]
  /// Their keys by candidacy.
  private(set) var keys: [String: Set<FactKey>] = [:]
  /// Entries that were annulled.
  private(set) var annulled: [FactKey: [RecordedFact]] = [:]
  /// Annulled entries in whose place another was recorded.
  let replaced: Set<EventID>
  /// By the current id of the person, in the order of their enrolments.
  private(set) var candidacies: [CandidateID: [Candidacy]] = [:]
  /// Current ids of persons who were erased.
  private(set) var erased: Set<CandidateID> = []
  private(set) var juries: [JuryID: Jury] = [:]
  /// Whether the rules decided something on an entry of this key since: an appeal, a revocation.
  private(set) var followed: Set<FactKey> = []
  /// By candidacy: the pathways changed to.
  private(set) var pathways: [String: Set<String>] = [:]
  /// By candidacy: the numbers of certificates that replaced others.
  private(set) var reissued: [String: Set<String>] = [:]
  private let ids: [CandidateID: [CandidateID]]

  init(
    of persons: [CandidateID], _ certifications: Set<CertificationCode>, in log: any EventLog
  ) throws {
    last = try log.head().last
    let known = try log.events(EventQuery(types: TimelessFacts.types, through: last))
    timeless = TimelessFacts(known)
    let timeless = timeless
    replaced = Set(
      known.compactMap { envelope in
        guard case .eventAnnulled(let data) = envelope.event.fact, data.replacedBy != nil,
          !timeless.annulled.contains(envelope.event.id)
        else { return nil }
        return data.event
      })
    var ids: [CandidateID: [CandidateID]] = [:]
    for envelope in known {
      guard case .candidateMerged(let data) = envelope.event.fact else { continue }
      for id in [data.candidate, data.into] {
        let person = timeless.person(id)
        if ids[person, default: []].contains(id) { continue }
        ids[person, default: []].append(id)
      }
    }
    self.ids = ids
    try readPersons(persons, in: log)
    try readCandidacies(in: log)
    try readJuries(of: certifications, in: log)
    for key in facts.keys {
      facts[key]?.sort { $0.isFoldedBefore($1) }
      if let candidacy = key.candidacy { keys[candidacy, default: []].insert(key) }
    }
  }

  func isAnnulled(_ entry: EventID) -> Bool { timeless.annulled.contains(entry) }

  func person(_ candidate: CandidateID) -> CandidateID { timeless.person(candidate) }

  /// Every id of a person, the current one first.
  func ids(of candidate: CandidateID) -> [CandidateID] {
    let person = timeless.person(candidate)
    return [person] + (ids[person] ?? []).filter { $0 != person }.sorted()
  }

  /// The juries to which a candidacy is summoned, those that are over included.
  func summonses(of candidacy: CandidacyID) -> [Jury] {
    (summoned[candidacy.text] ?? []).compactMap { juries[$0] }
  }

  private var summoned: [String: [JuryID]] = [:]

  // MARK: Reading

  private mutating func readPersons(_ persons: [CandidateID], in log: any EventLog) throws {
    let subjects = Set(persons.flatMap { ids(of: $0) }).sorted().map { Subject.candidate($0) }
    let types: [EventType] = [
      .candidateRegistered, .candidateIdentityCorrected, .candidateEnrolled,
      .candidateIdentityErased,
    ]
    for envelope in try log.events(subjects, types, through: last) {
      let fact = envelope.event.fact
      if case .candidateIdentityErased(let data) = fact { erased.insert(person(data.candidate)) }
      try add(envelope)
      guard let enrolment = fact.enrolled, !timeless.annulled.contains(envelope.event.id) else {
        continue
      }
      let person = person(enrolment.candidate)
      if candidacies[person, default: []].contains(where: { $0.id == enrolment.candidacy }) {
        continue
      }
      candidacies[person, default: []].append(
        Candidacy(
          id: enrolment.candidacy, candidate: enrolment.candidate,
          certification: enrolment.certification, enrolledOn: envelope.event.occurredOn))
    }
    for person in candidacies.keys {
      candidacies[person]?.sort { ($0.enrolledOn, $0.id) < ($1.enrolledOn, $1.id) }
    }
  }

  private mutating func readCandidacies(in log: any EventLog) throws {
    let subjects = candidacies.values.joined().map(\.id).sorted().map { Subject.candidacy($0) }
    let stated = FactKey.typesStated.filter {
      $0 != .candidateEnrolled && $0 != .candidateRegistered && $0 != .candidateIdentityCorrected
        && $0 != .juryConvened && $0 != .juryHeld
    }
    let since: [EventType] = [
      .pathwayChanged, .recognitionRevoked, .certificateReissued, .certificationRevoked,
      .juryDecisionRevoked, .decisionAppealed, .appealDecided, .summonsWithdrawn,
    ]
    for envelope in try log.events(subjects, stated + since, through: last) {
      try add(envelope)
      if timeless.annulled.contains(envelope.event.id) { continue }
      note(envelope.event.fact)
    }
  }

  /// Notes what happened to an entry since it was recorded.
  private mutating func note(_ fact: Fact) {
    func decision(_ jury: JuryID, _ candidacy: CandidacyID, _ block: BlockCode) -> FactKey {
      FactKey(.decision, candidacy: candidacy.text, jury: jury.text, block: block.text)
    }
    if case .candidateSummoned(let data) = fact {
      summoned[data.candidacy.text, default: []].append(data.jury)
    } else if case .pathwayChanged(let data) = fact {
      pathways[data.candidacy.text, default: []].insert(data.pathway.rawValue)
    } else if case .recognitionRevoked(let data) = fact {
      followed.insert(
        FactKey(.recognition, candidacy: data.candidacy.text, block: data.block.text))
    } else if case .certificateReissued(let data) = fact {
      reissued[data.candidacy.text, default: []].insert(data.number.text)
      followed.insert(FactKey(.certificate, candidacy: data.candidacy.text))
    } else if case .certificationRevoked(let data) = fact {
      followed.insert(FactKey(.award, candidacy: data.candidacy.text))
    } else if case .juryDecisionRevoked(let data) = fact {
      followed.insert(decision(data.jury, data.candidacy, data.block))
    } else if case .decisionAppealed(let data) = fact {
      followed.insert(decision(data.jury, data.candidacy, data.block))
    } else if case .appealDecided(let data) = fact {
      followed.insert(decision(data.jury, data.candidacy, data.block))
    } else if case .summonsWithdrawn(let data) = fact {
      followed.insert(
        FactKey(.summons, candidacy: data.candidacy.text, jury: data.jury.text))
    }
  }

  private mutating func readJuries(
    of certifications: Set<CertificationCode>, in log: any EventLog
  ) throws {
    let subjects = certifications.sorted().map { Subject.certification($0) }
    for envelope in try log.events(subjects, [.juryConvened], through: last) {
      try add(envelope)
      guard case .juryConvened(let data) = envelope.event.fact,
        !timeless.annulled.contains(envelope.event.id)
      else { continue }
      juries[data.jury] = Jury(
        id: data.jury, certification: data.certification,
        days: data.sessionOn.through(data.sessionTo), convenedFor: data.sessionOn,
        isCompositionKnown: data.members != nil)
    }
    let types: [EventType] = [.juryRescheduled, .juryCancelled, .juryAnnulled]
    let changes = EventQuery(types: types, through: last, order: .fold)
    for envelope in try log.events(changes)
    where !timeless.annulled.contains(envelope.event.id) {
      if case .juryRescheduled(let data) = envelope.event.fact {
        juries[data.jury]?.days = data.sessionOn.through(data.sessionTo)
      } else if let jury = envelope.event.fact.jury {
        juries[jury]?.isOver = true
      }
    }
    let sittings = juries.keys.sorted().map { Subject.jury($0) }
    for envelope in try log.events(sittings, [.juryHeld], through: last) { try add(envelope) }
  }

  private mutating func add(_ envelope: Envelope) throws {
    let timeless = timeless
    guard let fact = try RecordedFact(envelope, person: { timeless.person($0) }) else { return }
    if timeless.annulled.contains(fact.id) {
      annulled[fact.key, default: []].append(fact)
    } else {
      facts[fact.key, default: []].append(fact)
    }
  }
}

extension RecordedFact {
  fileprivate func isFoldedBefore(_ other: RecordedFact) -> Bool {
    (envelope.event.occurredOn, envelope.position)
      < (other.envelope.event.occurredOn, other.envelope.position)
  }
}

extension CalendarDate {
  /// The days to another; this day alone where that is earlier or none.
  fileprivate func through(_ last: CalendarDate?) -> ClosedRange<CalendarDate> {
    self...max(self, last ?? self)
  }
}

extension Fact {
  /// The enrolment that it is.
  var enrolled: CandidateEnrolled? {
    if case .candidateEnrolled(let data) = self { data } else { nil }
  }
}

extension EventLog {
  /// The events of many subjects, each once, by position; a few subjects in a query.
  ///
  /// - Parameter types: none: every type. Many are looked for among all events of a subject, which is one search
  ///   of the index and not one for each type.
  func events(
    _ subjects: [Subject], _ types: [EventType], through last: Position
  ) throws -> [Envelope] {
    var (events, seen): ([Envelope], Set<Position>) = ([], [])
    let (wanted, searched) = (Set(types), types.count > 6 ? [] : types)
    var start = 0
    while start < subjects.count {
      let some = Array(subjects[start..<min(start + 64, subjects.count)])
      start += 64
      try read(EventQuery(subjects: some, types: searched, through: last)) { stored in
        guard wanted.isEmpty || wanted.contains(stored.type) else { return }
        let envelope = try stored.envelope()
        if seen.insert(envelope.position).inserted { events.append(envelope) }
      }
    }
    return events.sorted { $0.position < $1.position }
  }
}
