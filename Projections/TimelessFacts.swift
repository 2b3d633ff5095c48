public import Events

/// The facts that hold whatever day is asked about, as soon as they are known: which entries are
/// annulled, which ids are one person, and the frameworks of the certifications.
///
/// Gathered before a fold from the events of ``types`` that are known (position ≤ known, of any day),
/// in any order; everything else depends on the day and is folded.
public struct TimelessFacts: Sendable {
  /// The types it is gathered from: those whose payload is timeless (``Events/Payload/isTimeless``).
  public static let types: [EventType] = [
    .eventAnnulled, .candidateMerged, .certificationRegistered,
  ]

  /// The entries passed over.
  public let annulled: Set<EventID>
  /// The framework of each certification known: its first registration that is not annulled.
  public let frameworks: [CertificationCode: Framework]
  /// A number for each competency of these frameworks.
  package let competencies: CompetencyIndex
  /// The id that each id merged into another is known under now.
  private let merges: [CandidateID: CandidateID]

  /// - Parameter events: the known events of ``types``; others are passed over.
  public init(_ events: [Envelope]) {
    var annulments = Annulments()
    for envelope in events {
      if case .eventAnnulled(let data) = envelope.event.fact {
        annulments.take(data, id: envelope.event.id, at: envelope.position)
      }
    }
    let annulled = annulments.settled()
    var registrations: [CertificationCode: (CertificationRegistered, Position)] = [:]
    var merges: [CandidateID: CandidateID] = [:]
    for envelope in events.sorted(by: { $0.position < $1.position })
    where !annulled.contains(envelope.event.id) {
      if case .certificationRegistered(let data) = envelope.event.fact,
        registrations[data.certification] == nil
      {
        registrations[data.certification] = (data, envelope.position)
      } else if case .candidateMerged(let data) = envelope.event.fact {
        let (from, into) = (merges.person(data.candidate), merges.person(data.into))
        if from != into { merges[from] = into }
      }
    }
    self.annulled = annulled
    let competencies = CompetencyIndex(
      registrations.values.sorted { $0.1 < $1.1 }.map { $0.0 })
    self.competencies = competencies
    frameworks = registrations.mapValues { Framework($0.0, at: $0.1, competencies) }
    for candidate in Array(merges.keys) { _ = merges.person(candidate) }
    self.merges = merges
  }

  /// The id under which a person is known now: two ids merged are one person, whatever the day asked.
  /// A merge of two ids that are one person already changes nothing.
  public func person(_ candidate: CandidateID) -> CandidateID {
    merges[candidate] ?? candidate
  }
}

extension [CandidateID: CandidateID] {
  /// The end of an id's chain of merges. What was passed on the way leads there directly from now on,
  /// so that a chain of any length is walked once.
  fileprivate mutating func person(_ candidate: CandidateID) -> CandidateID {
    var current = candidate
    while let next = self[current] { current = next }
    var passed = candidate
    while let next = self[passed], next != current {
      self[passed] = current
      passed = next
    }
    return current
  }
}
