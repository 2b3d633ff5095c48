internal import EventLog
internal import Events
internal import Projections
internal import Rules

extension ConsistencyBoundary {
  /// Reads the events that the rules judging this fact depend on.
  ///
  /// - Parameter known: scopes that the caller knows the events of.
  mutating func read(for fact: Fact, except known: Set<Scope> = []) throws {
    if let candidacy = fact.candidacy { try read(candidacy: candidacy) }
    try read(RuleBook.scopes(of: fact.type).subtracting(known), for: fact)
  }

  /// Reads the events of some scopes that a judgement on this fact depends on; those of its candidacy
  /// are read already.
  mutating func read(_ scopes: Set<Scope>, for fact: Fact) throws {
    for scope in scopes.sorted(by: { $0.rawValue < $1.rawValue }) {
      switch scope {
      case .person: try readPersons(of: fact)
      case .jury:
        for case .jury(let jury) in fact.subjects
        where fact.jury == jury || fact.type == .certificationAwarded {
          try read(jury: jury)
        }
      case .summoningJuries:
        guard let candidacy = fact.candidacy else { continue }
        let facts = inFoldOrder.map(\.event.fact)
        for jury in Set(facts.filter { $0.candidacy == candidacy }.compactMap(\.jury)) {
          try read(jury: jury)
        }
      case .certification:
        for case .certification(let code) in fact.subjects { try read(certification: code) }
      case .introducedIDs: try readIntroductions(of: fact)
      case .annulments:
        if case .eventAnnulled(let data) = fact { try read(annulled: data) }
        if case .candidateMerged(let data) = fact {
          try readMerges(of: [data.candidate, data.into])
        }
      }
    }
  }

  /// Reads the events that may have introduced the same id or number; a candidacy's and a jury's are read
  /// already.
  private mutating func readIntroductions(of fact: Fact) throws {
    if case .subject(.certificate(let number)) = fact.payload.introduces {
      try read(certificatesLike: number)
    }
    if case .candidateRegistered(let data) = fact {
      try read([.candidate(data.candidate)], [.candidateRegistered, .eventAnnulled])
    } else if case .certificationRegistered(let data) = fact {
      try read(certification: data.certification)
    }
  }

  /// Reads the earlier annulments of an entry and, where it registers a framework, everything recorded
  /// under its certification.
  private mutating func read(annulled data: EventAnnulled) throws {
    let subjects = data.subjects
    let registered = try read(subjects, [.eventAnnulled, .certificationRegistered])
      .contains { $0.event.id == data.event }
    if registered {
      try read(subjects, IntroducedIDs.types + IntroducedIDs.typesUnderCertification)
    }
  }

  /// Reads every candidacy, registration and death of the persons whom a fact is about.
  mutating func readPersons(of fact: Fact) throws {
    if case .eventAnnulled = fact { return }
    for case .candidate(let id) in fact.subjects { try read(person: id) }
    guard let candidacy = fact.candidacy else { return }
    for envelope in inFoldOrder {
      if let enrolment = envelope.event.fact.enrolled, enrolment.candidacy == candidacy {
        try read(person: enrolment.candidate)
      }
    }
  }

  /// The state on which an entry is judged, from the events read.
  ///
  /// - Parameter known: what every event that is known introduces; nil: what the events read do.
  func state(before entry: Entry, introduced known: IntroducedIDs? = nil) -> JudgingState {
    let events = inFoldOrder
    var state = Self.emptyState(events, introduced: known)
    for envelope in events {
      guard envelope.event.occurredOn <= entry.event.occurredOn else { break }
      state.open(envelope)
      if Moment(envelope) < entry.moment { state.apply(envelope) }
    }
    return state
  }

  /// The state at the end of a day, from the events read.
  func state(on day: CalendarDate) -> JudgingState {
    let events = inFoldOrder
    var state = Self.emptyState(events)
    for envelope in events.prefix(while: { $0.event.occurredOn <= day }) {
      state.open(envelope)
      state.apply(envelope)
    }
    return state
  }

  private static func emptyState(
    _ events: [Envelope], introduced known: IntroducedIDs? = nil
  ) -> JudgingState {
    let timeless = TimelessFacts(events)
    var (introduced, selections) = (IntroducedIDs(), SelectionFacts())
    for envelope in events where !timeless.annulled.contains(envelope.event.id) {
      if known == nil { introduced.take(envelope) }
      selections.take(envelope)
    }
    return JudgingState(timeless, known ?? introduced, selections)
  }
}
