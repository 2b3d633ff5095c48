internal import EventLog
internal import Events

/// Events that are judged and not appended yet, indexed by subject and type.
struct PendingEvents {
  private(set) var count = 0
  private var bySubject: [Subject: [EventType: [Envelope]]] = [:]

  mutating func append(_ envelope: Envelope) {
    count += 1
    let fact = envelope.event.fact
    for subject in fact.subjects {
      bySubject[subject, default: [:]][fact.type, default: []].append(envelope)
    }
  }

  /// The events of some types, unordered; each once for each of its subjects.
  func matching(_ types: [EventType]) -> [Envelope] {
    bySubject.values.flatMap { byType in types.flatMap { byType[$0, default: []] } }
  }

  /// The events that have any of the query's subjects and any of its types, unordered; an event with several
  /// of the subjects is returned several times.
  func matching(_ query: EventQuery) -> [Envelope] {
    query.subjects.flatMap { subject in
      guard let byType = bySubject[subject] else { return [Envelope]() }
      if query.types.isEmpty { return byType.values.flatMap { $0 } }
      return query.types.flatMap { byType[$0, default: []] }
    }
  }
}
