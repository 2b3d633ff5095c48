internal import EventLog
internal import Events
internal import Projections
internal import Rules

extension ConsistencyBoundary {
  /// Reads what the rules that judge this fact depend on.
  mutating func read(for fact: Fact) throws {
    if let candidacy = fact.candidacy { try read(candidacy: candidacy) }
    for reach in RuleBook.reach(of: fact.type).sorted(by: { $0.rawValue < $1.rawValue }) {
      switch reach {
      case .person: try readPersons(of: fact)
      case .jury:
        for case .jury(let jury) in fact.subjects where fact.jury == jury { try read(jury: jury) }
      case .certification:
        for case .certification(let code) in fact.subjects { try read(certification: code) }
      case .firstUses: try readFirstUses(of: fact)
      case .annulments:
        if case .eventAnnulled = fact { try read(fact.subjects, [.eventAnnulled]) }
      }
    }
  }

  /// Reads what may have brought in the same id or number; a candidacy's and a jury's are read already.
  private mutating func readFirstUses(of fact: Fact) throws {
    for case .certificate(let number) in fact.subjects {
      try read([.certificate(number)], FirstUses.types)
    }
    if case .candidateRegistered(let data) = fact {
      try read([.candidate(data.candidate)], [.candidateRegistered, .eventAnnulled])
    } else if case .certificationRegistered(let data) = fact {
      try read(certification: data.certification)
    }
  }

  private mutating func readPersons(of fact: Fact) throws {
    if case .eventAnnulled = fact { return }
    for case .candidate(let id) in fact.subjects { try read(person: id) }
    guard let candidacy = fact.candidacy else { return }
    for envelope in inFoldOrder {
      if let enrolment = envelope.event.fact.enrolled, enrolment.candidacy == candidacy {
        try read(person: enrolment.candidate)
      }
    }
  }

  /// The history an entry is judged on, by what was read.
  func history(before entry: Entry) -> History {
    let events = inFoldOrder
    var history = Self.emptyHistory(events)
    for envelope in events {
      guard envelope.event.occurredOn <= entry.event.occurredOn else { break }
      history.open(envelope)
      if envelope.event.occurredOn < entry.event.occurredOn || envelope.position < entry.position {
        history.apply(envelope)
      }
    }
    return history
  }

  /// The history at the end of a day, by what was read.
  func history(on day: CalendarDate) -> History {
    let events = inFoldOrder
    var history = Self.emptyHistory(events)
    for envelope in events.prefix(while: { $0.event.occurredOn <= day }) {
      history.open(envelope)
      history.apply(envelope)
    }
    return history
  }

  private static func emptyHistory(_ events: [Envelope]) -> History {
    let knowledge = Knowledge(events)
    var firstUses = FirstUses()
    for envelope in events where !knowledge.annulled.contains(envelope.event.id) {
      firstUses.take(envelope)
    }
    return History(knowledge, firstUses)
  }
}
